import { InputError } from './inputError';
import { readList } from './lists';
import { isEmpty, readText, type Reader } from './read';

/**
 * An ID as one piece of text, whatever form an API uses. A space in one is always a mistake, and
 * so is one of dots alone, which a URL would take for a folder.
 */
export const ID = /^(?=.*[A-Za-z0-9])\S+$/;

/** What is wrong with a text that is no ID. */
export const NOT_AN_ID = 'is not an ID, because it contains a space';

/**
 * An ID, if there is one.
 *
 * @param thing in the error code: `invalid_<thing>_id`
 */
export function idReader(thing: string): Reader<string | undefined> {
	return (raw, label, scope) => {
		const text = readText(raw, label, scope)?.trim();
		if (text === undefined || ID.test(text)) return text;
		throw new InputError(label, `invalid_${thing}_id`, NOT_AN_ID);
	};
}

/**
 * IDs, each once, in whatever form `readList` takes; nothing where there is nothing, and an empty list
 * where that was given.
 *
 * @param thing in the error code: `invalid_<thing>_id`
 */
export function idsReader(thing: string): Reader<string[] | undefined> {
	const read = idReader(thing);
	return (raw, label, scope) => {
		const ids = readList(raw, label, scope)?.flatMap((entry, index) => {
			const id = isEmpty(entry) ? undefined : read(entry, `${label}: entry ${index + 1}`, scope);
			return id ?? [];
		});
		return ids === undefined ? undefined : [...new Set(ids)];
	};
}
