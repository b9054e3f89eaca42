/** A text that cannot be sent, by its place in a body, and why. */
export interface Unsendable {
	path: Array<string | number>;
	wrong: string;
}

/**
 * The first text in a body, or name of a field, that would cost the whole request: many servers and
 * databases refuse a NUL, other control characters, and the half of an emoji that was cut in two.
 *
 * @returns `undefined` when all texts can be sent
 */
export function unsendableIn(value: unknown): Unsendable | undefined {
	if (typeof value === 'string') return unsendableText(value);
	if (typeof value !== 'object' || value === null) return undefined;
	// Dates say in their own way what leaves of them.
	if ('toJSON' in value && typeof value.toJSON === 'function') return unsendableIn(value.toJSON());
	for (const key of Object.keys(value)) {
		const found = unsendableText(key) ?? unsendableIn((value as Record<string, unknown>)[key]);
		if (found === undefined) continue;
		const step = Array.isArray(value) ? Number(key) : key;
		return { ...found, path: [step, ...found.path] };
	}
	return undefined;
}

/** Control characters but tab, line feed and carriage return; surrogates without their other half. */
const UNSENDABLE = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Cs}/u;

/** What most texts are: all of it can be sent, and to see that is quick. */
const PRINTABLE_ASCII = /^[ -~]*$/;

function unsendableText(text: string): Unsendable | undefined {
	if (PRINTABLE_ASCII.test(text)) return undefined;
	const position = text.search(UNSENDABLE);
	if (position === -1) return undefined;
	const code = text.charCodeAt(position);
	const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
	const what = code < 0x20 ? `the control character ${name}` : `a truncated emoji (${name})`;
	return { path: [], wrong: `contains ${what} at character ${position + 1}` };
}
