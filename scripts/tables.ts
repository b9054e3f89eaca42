/** A table in Markdown, as Prettier would write it. Cells are taken as they are. */
export function tableOf(head: string[], rows: string[][]): string {
	const widths = head.map((title, column) =>
		Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column]))),
	);
	const line = (cells: string[], filler: string) =>
		`| ${cells.map((cell, column) => cell + filler.repeat(widths[column] - widthOf(cell))).join(' | ')} |`;
	const ruler = line(
		head.map(() => ''),
		'-',
	);
	return [line(head, ' '), ruler, ...rows.map((row) => line(row, ' '))].join('\n');
}

/** Columns that a text takes: full-width signs take two. */
function widthOf(text: string): number {
	return text.length + (text.match(/[\uff01-\uff60]/g)?.length ?? 0);
}

/**
 * A page with a table in its place, between `<!-- name: ... -->` and `<!-- end of name -->`.
 *
 * @throws when the page has no such place
 */
export function withTable(page: string, name: string, table: string): string {
	const place = new RegExp(`(<!-- ${name}:[^>]*-->\\n)[\\s\\S]*(\\n<!-- end of ${name} -->)`);
	if (!place.test(page)) throw new Error(`The page has no place for its table of ${name}`);
	return page.replace(place, (_, before: string, after: string) => `${before}\n${table}\n${after}`);
}
