import { momentIn, optionalIn, type PayloadField, phoneIn } from '../../../../../kernel/trigger';

const optional = (field: PayloadField): PayloadField => ({ ...field, optional: true });

/** What events of messages may carry besides (contract: MessageEvent; most of it is inferred). */
export const ofMessage = {
	messageId: optionalIn('message_id'),
	conversationId: optionalIn('conversation_id'),
	projectId: optionalIn('project_id'),
};

/** When it happened (contract: EventEnvelope). */
export const occurredAt = optional(momentIn('timestamp', 'occurred_at', 'created_at'));

/** Who was texted, and by which number. */
export const outbound = {
	contactNumber: optional(phoneIn('to')),
	senderNumber: optional(phoneIn('from')),
};
