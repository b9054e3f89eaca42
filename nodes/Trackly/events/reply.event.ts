import { momentIn, phoneIn, textIn, type WebhookEvent } from '../../../kernel/trigger';
import { aliases } from '../api/contract.generated/aliases';

const { text, sender, list } = aliases.ReplyEvent;

/** contract: ReplyEvent, with its `x-aliases`: only the name of the event is documented. */
export const reply: WebhookEvent = {
	kind: 'reply',
	name: 'Reply',
	description: 'A contact sent you a text (opt-outs excluded)',
	aliases: ['inbound', 'inbound_message', 'incoming', 'message.received', 'received', 'replied'],
	fields: {
		text: textIn(...text),
		phone_number: phoneIn(...sender),
		list_number: phoneIn(...list),
		occurred_at: momentIn('timestamp'),
	},
	identity: ['phone_number', 'list_number', 'text', 'occurred_at'],
};
