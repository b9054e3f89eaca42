import { type JsonObject, type JsonValue, type PickerOption, valueAt } from '../../../../../kernel';

/**
 * How a picker shows a thing: its name, and after it what else is known of it, e.g. "Canvass weekend –
 * awaiting test, 2026-10-18". The editor shows nothing but this text.
 *
 * @param name what it is called; one without a name goes by its id
 */
export function entry(
	{ id }: JsonObject,
	name: JsonValue | undefined,
	facts: ReadonlyArray<JsonValue | undefined> = [],
): PickerOption | undefined {
	if (typeof id !== 'string' || id === '') return undefined;
	const known = facts.filter((fact) => fact).join(', ');
	return { name: [name || id, known].filter((part) => part).join(' – '), value: id };
}

/** A state in words, where it is worth showing: another one than most things are in. */
export function unless(usual: string, status: JsonValue | undefined): string | undefined {
	if (typeof status !== 'string' || status.toLowerCase() === usual) return undefined;
	return status.replaceAll('_', ' ').toLowerCase();
}

/** The day of a moment. */
export function dayOf(moment: JsonValue | undefined): string | undefined {
	return typeof moment === 'string' ? moment.slice(0, 10) : undefined;
}

/** The first of the names that a row has a value for. */
export function nameIn(row: JsonObject, ...names: string[]): JsonValue | undefined {
	return names.map((name) => valueAt(row, name)).find((value) => value);
}
