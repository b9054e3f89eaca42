import { InputError } from './inputError';
import { isEmpty, kindOf, parseJson, type Reader } from './read';

/**
 * The entries of a list: an array, its JSON text, a text with commas (n8n makes one of an array
 * when a space follows the braces), or a single value. Texts come trimmed; an empty array is an empty
 * list, nothing at all is `undefined`.
 *
 * @throws InputError `invalid_value` for an object, or for a text that begins as JSON and is none
 */
export const readList: Reader<unknown[] | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const entries = entriesOf(raw);
	if (entries === undefined) {
		const wrong =
			typeof raw === 'string'
				? 'is not a valid JSON list'
				: `must be a list, but is ${kindOf(raw)}`;
		throw new InputError(label, 'invalid_value', wrong);
	}
	return entries.map((entry) => (typeof entry === 'string' ? entry.trim() : entry));
};

/**
 * A list of texts, whatever `readList` takes; numbers become their text, empty entries are left out.
 *
 * @throws InputError `invalid_value`
 */
export const readTexts: Reader<string[] | undefined> = (raw, label, scope) =>
	readList(raw, label, scope)
		?.filter((entry) => !isEmpty(entry))
		.map((entry, index) => {
			if (typeof entry !== 'object') return String(entry);
			const wrong = `entry ${index + 1} must be text, but is ${kindOf(entry)}`;
			throw new InputError(label, 'invalid_value', wrong);
		});

function entriesOf(raw: unknown): unknown[] | undefined {
	if (Array.isArray(raw)) return raw;
	if (typeof raw === 'object') return undefined;
	if (typeof raw !== 'string') return [raw];
	if (!/^\s*[[{]/.test(raw)) return raw.split(',');
	const parsed = parseJson(raw);
	return Array.isArray(parsed) ? parsed : undefined;
}
