import { momentIn, optionalIn, phoneIn, type WebhookEvent, wordIn } from '../../../kernel/trigger';

/** contract: DeliveryEvent. It names the contact `to`, all others `phone_number`: both are read. */
export const delivery: WebhookEvent = {
	kind: 'delivery',
	name: 'Delivery',
	description: 'The delivery status of a text changed (at least one event per text)',
	aliases: ['delivery_status', 'delivery_report', 'delivery_receipt', 'message.status', 'dlr'],
	fields: {
		status: wordIn('status'),
		phone_number: phoneIn('to', 'phone_number'),
		list_number: phoneIn('list_number'),
		occurred_at: momentIn('timestamp'),
		message_id: wordIn('message_id'),
		status_detail: optionalIn('status_detail'),
		provider: optionalIn('provider'),
	},
	identity: ['message_id', 'status'],
};
