import { wordIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt, ofMessage, outbound } from './fields';

/** The carrier took a message (contract: receiveMessageSent). */
export const sent: WebhookEvent = {
	kind: 'message.sent',
	name: 'Message Sent',
	description: 'The carrier took a text. Expect one for each text of a project.',
	aliases: ['sent'],
	fields: { occurredAt, ...ofMessage, messageId: wordIn('message_id'), ...outbound },
	identity: [],
};
