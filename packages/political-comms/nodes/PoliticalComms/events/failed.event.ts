import { optionalIn, wordIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt, ofMessage, outbound } from './fields';

/** The carrier refused a message, or its delivery failed (contract: receiveMessageFailed). */
export const failed: WebhookEvent = {
	kind: 'message.failed',
	name: 'Message Failed',
	description: 'A text was refused or could not be delivered',
	aliases: ['failed'],
	fields: {
		occurredAt,
		...ofMessage,
		messageId: wordIn('message_id'),
		...outbound,
		// A code is a text: it may begin with zeros.
		errorCode: optionalIn('error_code'),
	},
	identity: [],
};
