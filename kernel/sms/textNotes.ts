import type { Note } from '../delivery/outcome';
import { looksUnfinished } from '../input/unfinished';
import { lengthNotes } from './lengthNotes';

const UNFINISHED_TEXT: Note = {
	text: 'Some texts look as if an expression in them found nothing, e.g. "Hi undefined": check the text',
};

/**
 * What a user should know of a text: how long it gets, and what is missing in it.
 *
 * @param withoutValue names of its placeholders that nothing is given for
 */
export function textNotes(text: string, withoutValue: readonly string[]): Note[] {
	const notes = lengthNotes(text);
	if (withoutValue.length > 0) {
		const about = withoutValue.map((name) => `{{${name}}}`);
		notes.push({ text: 'Some texts have placeholders without a value', about });
	}
	if (looksUnfinished(text)) notes.push(UNFINISHED_TEXT);
	return notes;
}
