import { COMPARISONS, OTHERS } from './comparisons';

/** What stands around the tables in the page. */
const BEGIN = '<!-- Written by npm run bench. -->';
const END = '<!-- End of what npm run bench wrote. -->';

/** The page with its tables made anew. @throws where the page has no place for them */
export function withTables(page: string, results: Readonly<Record<string, number>>): string {
	const start = page.indexOf(BEGIN);
	const end = page.indexOf(END);
	if (start === -1 || end < start) throw new Error(`The page has no "${BEGIN}" before "${END}"`);
	const tables = `${BEGIN}\n\n${tablesOf(results)}\n\n`;
	return `${page.slice(0, start)}${tables}${page.slice(end)}`;
}

function tablesOf(results: Readonly<Record<string, number>>): string {
	const ratios = COMPARISONS.map(({ figure, what, against }) => [
		what,
		against,
		shown(results[figure]),
	]);
	const others = OTHERS.map(([figure, what, unit]) => [what, `${shown(results[figure])} ${unit}`]);
	return [
		...table(['What', 'Compared with', 'Times faster'], ratios),
		'',
		...table(['What', 'Median'], others),
	].join('\n');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function shown(value: number): string {
	if (value >= 1_000) return Math.round(value).toLocaleString('en');
	return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}
