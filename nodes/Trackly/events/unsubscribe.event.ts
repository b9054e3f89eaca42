import { momentIn, phoneIn, type WebhookEvent, wordIn } from '../../../kernel/trigger';

/** contract: UnsubscribeEvent. An opt-out is a text too, so the names of a reply are read as well. */
export const unsubscribe: WebhookEvent = {
	kind: 'unsubscribe',
	name: 'Unsubscribe',
	description: 'A contact opted out by text, for example with STOP',
	aliases: ['unsubscribed', 'opt_out', 'opted_out', 'contact.unsubscribed'],
	fields: {
		keyword: wordIn('keyword'),
		phone_number: phoneIn('phone_number', 'from'),
		list_number: phoneIn('list_number', 'to'),
		occurred_at: momentIn('timestamp'),
	},
	identity: ['phone_number', 'list_number', 'occurred_at'],
};
