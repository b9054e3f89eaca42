/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One line of a CSV text with its end (RFC 4180). A text that a spreadsheet would calculate gets an
 * apostrophe before it; objects and lists stand as JSON, nothing as an empty value.
 */
export function csvLine(values: readonly unknown[]): string {
	return `${values.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
