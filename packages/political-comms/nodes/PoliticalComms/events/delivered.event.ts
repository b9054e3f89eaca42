import { wordIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt, ofMessage, outbound } from './fields';

/** The carrier confirmed a delivery (contract: receiveMessageDelivered). */
export const delivered: WebhookEvent = {
	kind: 'message.delivered',
	name: 'Message Delivered',
	description: 'A text was delivered. Expect one for nearly each text of a project.',
	aliases: ['delivered'],
	fields: { occurredAt, ...ofMessage, messageId: wordIn('message_id'), ...outbound },
	identity: [],
};
