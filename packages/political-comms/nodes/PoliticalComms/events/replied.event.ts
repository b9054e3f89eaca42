import { optionalIn, phoneIn, textIn, type WebhookEvent } from '../../../../../kernel/trigger';
import { occurredAt, ofMessage } from './fields';

/** Replies that carriers take for an opt-out, as a whole text. */
const OPT_OUT = /^\W*(?:stop(?: ?all)?|unsubscribe|cancel|end|quit|revoke|opt[ -]?out)\W*$/i;

/**
 * A contact replied (contract: receiveMessageReplied). Whether an opt-out comes as this event is not
 * published, so what the text looks like is told, and called a guess.
 */
export const replied: WebhookEvent = {
	kind: 'message.replied',
	name: 'Message Replied',
	description: 'A contact replied by SMS or MMS',
	aliases: ['replied', 'reply', 'message.received'],
	fields: {
		text: textIn('text', 'message', 'body'),
		looksLikeOptOut: {
			read: ({ text, message, body }) => {
				const words = [text, message, body].find((each) => typeof each === 'string');
				return words === undefined ? null : OPT_OUT.test(String(words)) ? 'yes' : 'no';
			},
			optional: true,
		},
		contactNumber: phoneIn('from'),
		senderNumber: { ...phoneIn('to'), optional: true },
		occurredAt,
		...ofMessage,
		carrier: optionalIn('carrier'),
	},
	identity: [],
};
