/** What may stand between the values of a line, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'];

/** Characters after which the first line of a file counts as known. */
const LONG_LINE = 65_536;

/** The first line by which Excel tells itself what stands between values. */
const EXCEL_HINT = /^sep=([^\r\n])\r?\n/i;

/** What the beginning of a CSV text says of it. */
export interface Beginning {
	delimiter: string;
	/** Characters, and records, that are no part of the table. */
	skip: { characters: number; records: number };
}

/**
 * What stands between the values of a CSV text: what its first line holds most of outside of quotation marks.
 *
 * @param isWhole whether nothing follows `text`
 * @returns nothing where the first line is not there in whole
 */
export function readBeginning(text: string, isWhole: boolean): Beginning | undefined {
	const hint = EXCEL_HINT.exec(text);
	if (hint !== null)
		return { delimiter: hint[1], skip: { characters: hint[0].length, records: 1 } };
	const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
	let quoted = false;
	let at = 0;
	for (; at < Math.min(text.length, LONG_LINE); at++) {
		const sign = text[at];
		if (sign === '"') quoted = !quoted;
		else if (quoted) continue;
		else if (sign === '\n' || sign === '\r') break;
		else if (counts.has(sign)) counts.set(sign, counts.get(sign)! + 1);
	}
	if (at === text.length && at < LONG_LINE && !isWhole) return undefined;
	const most = Math.max(...counts.values());
	const delimiter = DELIMITERS.find((each) => counts.get(each) === most)!;
	return { delimiter, skip: { characters: 0, records: 0 } };
}
