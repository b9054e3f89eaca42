/**
 * The rows of a CSV text (RFC 4180), each by the names of the first row. Rows without any value are left
 * out, and so is a byte order mark; a name that is empty or stands twice gets its number.
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

/** A value, with quotes or without, and what ends it. */
const VALUE = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/y;

function recordsOf(text: string): string[][] {
	const records: string[][] = [];
	let record: string[] = [];
	VALUE.lastIndex = 0;
	while (VALUE.lastIndex < text.length) {
		const at = VALUE.lastIndex;
		const found = VALUE.exec(text);
		// What follows a closing quote belongs to the value: not CSV, but nothing may be lost.
		const [whole, quoted, plain, end] = found ?? lenient(text, at);
		VALUE.lastIndex = at + whole.length;
		record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === ',') {
			if (VALUE.lastIndex === text.length) record.push('');
			continue;
		}
		records.push(record);
		record = [];
	}
	if (record.length > 0) records.push(record);
	return records;
}

function lenient(text: string, from: number): [string, undefined, string, string] {
	const rest = /[^,\r\n]*(,|\r\n|\n|\r|$)/y;
	rest.lastIndex = from;
	const [whole, end] = rest.exec(text)!;
	return [whole, undefined, whole.slice(0, whole.length - end.length), end];
}
