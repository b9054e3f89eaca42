import type { INodeExecutionData } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import type { Column } from '../fields/field';

/** Names of input fields that an error shows at most. */
const SHOWN_NAMES = 10;

/**
 * The input field that "Map Automatically" takes for each column, the same for all items: the one
 * with the column's own name, else the only one with that name in another spelling (`To`), else the
 * only one with a usual name for it (`Phone Number`, `phone_number`). Of two such names none is taken.
 * Names decide, not values: what is empty in one run must not text another number than the next.
 *
 * @throws InputError `missing_column`, where no item has a required one
 */
export function inputNamesOf(
	items: readonly INodeExecutionData[],
	columns: readonly Column[],
): ReadonlyMap<string, string> {
	const found = namesIn(items);
	const names = new Map<string, string>();
	for (const column of columns) {
		const taken = fieldFor(column, found);
		if (taken !== undefined) names.set(column.name, taken);
	}
	const missing = columns.filter(({ name, mapper }) => mapper.required && !names.has(name));
	if (items.length === 0 || missing.length === 0) return names;
	throw new InputError(
		'Columns',
		'missing_column',
		`no input field is called ${missing.map(({ name }) => name).join(' or ')}. Found: ${listed(found)}. Rename one, or map manually`,
	);
}

/** Without a list of names for each item: a large run would hold all of them. */
function namesIn(items: readonly INodeExecutionData[]): Set<string> {
	const found = new Set<string>();
	for (const { json } of items) {
		for (const name in json) if (Object.hasOwn(json, name)) found.add(name);
	}
	return found;
}

function fieldFor({ name, usualNames }: Column, names: ReadonlySet<string>): string | undefined {
	if (names.has(name)) return name;
	const own = called([name], names);
	const alike = own.length > 0 ? own : called(usualNames, names);
	return alike.length === 1 ? alike[0] : undefined;
}

function called(wanted: readonly string[], names: ReadonlySet<string>): string[] {
	const plain = new Set(wanted.map(plainName));
	return [...names].filter((name) => plain.has(plainName(name)));
}

function plainName(name: string): string {
	return name.toLowerCase().replace(/[\s_-]/g, '');
}

function listed(found: ReadonlySet<string>): string {
	if (found.size === 0) return 'none';
	const shown = [...found].slice(0, SHOWN_NAMES).join(', ');
	return found.size > SHOWN_NAMES ? `${shown}, …` : shown;
}
