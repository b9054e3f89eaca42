type Row = unknown[];

interface Tables {
	countries: Record<string, Row>;
	nonGeographic: Record<string, Row>;
}

/**
 * The columns of a country that only formatting reads (libphonenumber-js, METADATA.md): the formats,
 * the rule for the national prefix in them, and whether that is optional.
 */
const FORMATTING = [4, 6, 9];

/**
 * The library's tables, JSON to JSON, for those who read and check numbers but write them as E.164
 * only: the rules of formatting, three fifths of the tables, are left out.
 */
export function withoutFormats(json: string): string {
	const tables = JSON.parse(json) as Tables;
	for (const row of [tables.countries, tables.nonGeographic].flatMap(Object.values<Row>)) {
		for (const column of FORMATTING) if (column < row.length) row[column] = 0;
		// As in the tables themselves, a row ends with its last entry.
		while (row.at(-1) === 0) row.pop();
	}
	return JSON.stringify(tables);
}
