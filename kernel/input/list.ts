import { InputError } from './inputError';

/**
 * A list of texts, from what a picker, an expression or a spreadsheet holds: an array, JSON text of
 * one, texts with commas between them, a single text or number. Entries that say nothing are left
 * out, spaces around them too. n8n itself turns an array into `"a,b"` when a space follows the
 * braces of its expression.
 *
 * @throws InputError `invalid_value` for entries that are neither text nor number
 */
export function readList(raw: unknown, field: string): string[] {
	return entriesOf(raw)
		.map((entry) => textOf(entry, field))
		.filter((text) => text !== '');
}

function entriesOf(raw: unknown): unknown[] {
	if (typeof raw !== 'string') return [raw].flat(Infinity);
	const parsed = raw.trim().startsWith('[') ? parseArray(raw) : undefined;
	return parsed ?? raw.split(/[,;\n]/);
}

function parseArray(text: string): unknown[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? value.flat(Infinity) : undefined;
	} catch {
		return undefined;
	}
}

function textOf(entry: unknown, field: string): string {
	if (entry === undefined || entry === null) return '';
	if (typeof entry === 'string' || typeof entry === 'number') return String(entry).trim();
	throw new InputError(
		field,
		'invalid_value',
		`must be a list of texts, but holds a ${typeof entry}`,
	);
}
