import { momentIn, phoneIn, type WebhookEvent, wordIn } from '../../../kernel/trigger';

/** contract: UnsubscribeEvent. An opt-out is a text too, so the names of a reply are read as well. */
export const unsubscribe: WebhookEvent = {
	kind: 'unsubscribe',
	name: 'Unsubscribe',
	description: 'A contact opted out by text, for example with STOP',
	aliases: ['unsubscribed', 'opt_out', 'opted_out', 'contact.unsubscribed'],
	fields: {
		keyword: wordIn('keyword'),
		phoneNumber: phoneIn('phone_number', 'from'),
		listNumber: phoneIn('list_number', 'to'),
		occurredAt: momentIn('timestamp'),
	},
	identity: ['phoneNumber', 'listNumber', 'occurredAt'],
};
