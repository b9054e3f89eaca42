import type { Note } from '../../delivery/outcome';
import { looksUnfinished, looksUnfinishedKey } from '../../input/unfinished';
import { lengthNotes } from '../../sms/lengthNotes';

/**
 * What a user should know about a text: how long it is, and what in it has no value.
 *
 * @param withoutValue names of its placeholders that nothing is given for
 * @param notesOfLength what to say of its length
 */
export function textNotes(
	text: string,
	withoutValue: readonly string[],
	notesOfLength = lengthNotes,
): Note[] {
	const notes = [...notesOfLength(text)];
	if (withoutValue.length > 0) {
		const about = withoutValue.map((name) => `{{${name}}}`);
		notes.push({ text: 'Some texts have placeholders without a value', about });
	}
	if (looksUnfinished(text)) notes.push(UNFINISHED_TEXT);
	return notes;
}

/** What a user should know about an idempotency key that looks as if an expression returned nothing. */
export function keyNotes(key: string | undefined): Note[] {
	return key !== undefined && looksUnfinishedKey(key) ? [UNFINISHED_KEY] : [];
}

const UNFINISHED_TEXT: Note = {
	text: 'Some texts look as if an expression in them returned nothing, e.g. "Hi undefined": check the text',
};

const UNFINISHED_KEY: Note = {
	text: 'Some idempotency keys look as if an expression in them returned nothing, e.g. "-shipped": items with the same key are sent only once',
};
