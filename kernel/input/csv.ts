import { RequestError } from '../http/requestError';
import { scanCsv } from './file/csvScanner';

/** Nothing of it is cut. */
const ALL = { characters: Infinity, values: Infinity };

/**
 * The rows of a CSV text (RFC 4180) that an API responded with, each by the names of the first row. Rows
 * without any value are left out, and so is a byte order mark; a name that is empty or stands twice gets
 * its number.
 *
 * @throws RequestError `unreadable_response` for a quotation mark that is never closed
 */
export function readCsv(text: string): Array<Record<string, string>> {
	const [header = [], ...rows] = recordsOf(text.replace(/^\ufeff/, ''));
	const names = distinct(header);
	return rows
		.filter((row) => row.some((value) => value !== ''))
		.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

function distinct(header: readonly string[]): string[] {
	const seen = new Set<string>();
	return header.map((given, index) => {
		const name = given.trim();
		const own = name === '' || seen.has(name) ? `${name || 'column'}_${index + 1}` : name;
		seen.add(own);
		return own;
	});
}

function recordsOf(text: string): string[][] {
	const records: string[][] = [];
	const scanner = scanCsv(',', (values) => records.push([...values]), ALL);
	scanner.push(text);
	const open = scanner.end();
	if (open !== undefined) throw notClosed(open);
	return records;
}

/** The text has been cut off, as far as can be told: its last rows would be one value. */
function notClosed(row: number): RequestError {
	const wrong = `the quotation mark opened in row ${row.toLocaleString('en')} is never closed`;
	const error = new RequestError(`The CSV text is incomplete: ${wrong}`, {
		kind: 'unknown',
		code: 'unreadable_response',
	});
	error.advice = 'Try again. If it stays the same, get the text as a file and look at that row.';
	return error;
}
