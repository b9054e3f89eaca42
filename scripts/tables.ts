/** A table in Markdown, as Prettier would write it. Cells are taken as they are. */
export function tableOf(head: string[], rows: string[][]): string {
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column].length)),
	);
	const line = (cells: string[], filler: string) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column], filler)).join(' | ')} |`;
	const ruler = line(
		head.map(() => ''),
		'-',
	);
	return [line(head, ' '), ruler, ...rows.map((row) => line(row, ' '))].join('\n');
}

/**
 * A page with a table in its place, between `<!-- name: ... -->` and `<!-- end of name -->`.
 *
 * @throws when the page has no such place
 */
export function withTable(page: string, name: string, table: string): string {
	const place = new RegExp(`(<!-- ${name}:[^>]*-->\\n\\n)[\\s\\S]*(\\n\\n<!-- end of ${name} -->)`);
	if (!place.test(page)) throw new Error(`The page has no place for its table of ${name}`);
	return page.replace(place, (_, before: string, after: string) => `${before}${table}${after}`);
}
