import type { Note } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import { looksUnfinished } from '../../input/unfinished';
import { lengthNotes } from '../../sms/lengthNotes';
import type { GuardedWork } from './guardedWork';

const UNFINISHED_TEXT: Note = {
	text: 'Some texts look as if an expression in them found nothing, e.g. "Hi undefined": check the text',
};

/** What a user should know of a text: how long it gets, and what is missing in it. */
export function textNotes(
	{ textOf, withoutValue }: NonNullable<GuardedWork['texts']>,
	content: JsonObject,
): Note[] {
	const text = textOf(content);
	const empty = (withoutValue?.(content) ?? []).map((name) => `{{${name}}}`);
	const notes = lengthNotes(text);
	if (empty.length > 0)
		notes.push({ text: 'Some texts have placeholders without a value', about: empty });
	if (looksUnfinished(text)) notes.push(UNFINISHED_TEXT);
	return notes;
}
