import { charactersBeyondGsm, countParts, type Note } from '../../../../../kernel';

/** Addresses with or without a scheme, e.g. `shop.co.th/sale`. */
const LINK =
	/\b(?:https?:\/\/|www\.)\S|\b[a-z0-9-]+\.(?:com|net|org|info|io|me|ly|gl|gg|app|link|shop|store|co|th)\b(?:\/|\b(?!\.))/i;

const HAS_LINK: Note = {
	text: 'Some texts contain a link: in Thailand links have to be registered with the operators, and link shorteners are barred',
};

const LONG: Note = {
	text: 'Some texts take 4 parts or more, each of which is billed, and some routes take only 3',
};

const MIXED =
	'A few special characters make some texts take twice the parts or more: one emoji turns 160 characters a part into 70';

/** Characters outside of GSM-7 in a text of others, at most this share of it. */
const FEW = 0.25;

/** What a user should know about a text before it is sent. Hints, which never keep it from being sent. */
export function textHints(text: string): Note[] {
	const notes: Note[] = [];
	const { parts } = countParts(text);
	if (parts >= 4) notes.push(LONG);
	const beyond = charactersBeyondGsm(text);
	if (beyond.length > 0 && beyond.length <= text.length * FEW) {
		const without = countParts('x'.repeat(text.length)).parts;
		if (parts >= 2 * without) notes.push({ text: MIXED, about: [...new Set(beyond)] });
	}
	if (LINK.test(text)) notes.push(HAS_LINK);
	return notes;
}

/** Tells them of a text, where an item has one. */
export function noteText(text: string | undefined, tell: (note: Note) => void): void {
	for (const each of text === undefined ? [] : textHints(text)) tell(each);
}

/** The same of a sender name. */
export function senderHint(sender: unknown): string | undefined {
	if (typeof sender !== 'string' || !sender.includes(' ')) return undefined;
	return 'Some sender names contain a space, which Thai operators do not register';
}
