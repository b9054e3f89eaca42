import { tableOf, withTable } from '../tables';
import { DATES_READ, DATES_REFUSED } from './dates';
import { DAYS_READ, LISTS_READ } from './lists';
import { NUMBERS_READ, NUMBERS_REFUSED, NUMBERS_WITH_MARKS } from './numbers';
import { SWITCHES_READ, SWITCHES_REFUSED } from './switches';

/** The page of accepted values with its tables, which are those of the tests. */
export function withTaken(page: string): string {
	return Object.entries(TABLES).reduce(
		(written, [name, table]) => withTable(written, name, table),
		page,
	);
}

const TABLES = {
	'numbers that are read': tableOf(
		['You write', 'Default Country', 'Read as'],
		NUMBERS_READ.map(([given, country, read]) => [code(given), country ?? '', code(read)]),
	),
	'marks that are left out': NUMBERS_WITH_MARKS.map(([marks]) => `- ${marks}`).join('\n'),
	'numbers that are refused': tableOf(
		['You write', 'Default Country', 'The error says'],
		NUMBERS_REFUSED.map(([given, country, wrong]) => [code(given), country ?? '', inLine(wrong)]),
	),
	'dates that are read': tableOf(
		['You write', 'Sent as'],
		DATES_READ.map(([given, read]) => [code(given), code(read)]),
	),
	'dates that are refused': tableOf(
		['You write', 'What it is'],
		DATES_REFUSED.map(([given, why]) => [code(given), why]),
	),
	'switches that are read': tableOf(
		['You write', 'Read as'],
		SWITCHES_READ.map(([given, read]) => [code(given), read ? 'on' : 'off']),
	),
	'switches that are refused': tableOf(
		['You write'],
		SWITCHES_REFUSED.map((given) => [code(given)]),
	),
	'lists that are read': tableOf(
		['You write', 'Read as'],
		LISTS_READ.map(([given, read]) => [code(given), code(read)]),
	),
	'days that are read': tableOf(
		['You write', 'Selected'],
		DAYS_READ.map(([given, picked]) => [code(given), picked.join(', ')]),
	),
};

/** A value as code: texts as they are, all else as JSON. */
function code(value: unknown): string {
	const text = typeof value === 'string' ? inLine(value) : JSON.stringify(value);
	return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** A text in one line of a table. */
function inLine(text: string): string {
	return text.trim().replaceAll('\n', '↵').replaceAll('|', '\\|');
}
