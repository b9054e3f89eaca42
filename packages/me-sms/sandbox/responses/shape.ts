import type { Account } from '../account/account';
import type { Switches } from '../account/switches';
import { ALIASES } from '../contract';

type Fields = Record<string, unknown>;

const CHOICE: Record<Switches['names'], number> = { first: 0, second: 1, third: 2, fourth: 3 };
const WRAPPER = 'data.';

/** A good response, its fields under the names and in the place that the switches say. */
export function shaped({ switches }: Account, schema: string, fields: Fields): Fields {
	const isWrapped = switches.bodies === 'data';
	const named = renamed(fields, (field) => nameOf(schema, field, switches, isWrapped));
	return isWrapped ? { success: true, data: named } : named;
}

/** A page: its rows under the name that the switch says, next to what else it holds. */
export function pageOf(
	account: Account,
	schema: string,
	rows: readonly Fields[],
	more: Fields = {},
): Fields {
	const { switches } = account;
	const [usual, ...others] = ALIASES[schema].rows;
	const name = others.find((each) => each === switches.rows) ?? usual;
	// Rows under `data` are what other APIs wrap: nothing is wrapped twice.
	const isWrapped = switches.bodies === 'data' && name !== 'data';
	const rest = renamed(more, (field) => nameOf(schema, field, switches, isWrapped));
	const page = { [name]: rows, ...rest };
	return isWrapped ? { success: true, data: page } : page;
}

/** Gives many rows of a kind the names that the switches say. */
export function rowNames({ switches }: Account, schema: string): (row: Fields) => Fields {
	const names = new Map<string, string>();
	return (row) =>
		renamed(row, (field) => {
			const known = names.get(field) ?? nameOf(schema, field, switches, false);
			names.set(field, known);
			return known;
		});
}

/** The name of a count in a list of counts. */
export function countName(form: Exclude<Switches['summary'], 'map'>): string {
	return form === 'list' ? ALIASES.StateCounts.count[0] : form;
}

/** A field's name. Dots in it lead into an object. */
function nameOf(
	schema: string,
	field: string,
	{ names }: Pick<Switches, 'names'>,
	isWrapped: boolean,
): string {
	const all = ALIASES[schema]?.[field] ?? [field];
	const wrapped = all.filter((name) => name.startsWith(WRAPPER));
	const plain = all.filter((name) => !name.startsWith(WRAPPER));
	const possible =
		isWrapped && wrapped.length > 0 ? wrapped.map((name) => name.slice(WRAPPER.length)) : plain;
	return possible[Math.min(CHOICE[names], possible.length - 1)];
}

function renamed(fields: Fields, nameFor: (field: string) => string): Fields {
	const result: Fields = {};
	for (const [field, value] of Object.entries(fields)) {
		if (value === undefined) continue;
		const [first, second] = nameFor(field).split('.');
		if (second === undefined) result[first] = value;
		else result[first] = { ...(result[first] as Fields | undefined), [second]: value };
	}
	return result;
}
