import { isJsonObject, type JsonObject, type JsonValue, valueAt } from '../../../../../kernel';

/** The API's names for one thing, as dotted paths; the first that is there counts. */
type Names = readonly string[];

/** Reads a thing in any of the forms that the API has for it. */
export type Shape = (row: JsonObject) => JsonObject;

/**
 * The simplified form of a thing: one name for each fact, whichever of its names the API used. What is
 * not there is left out.
 *
 * @param names the API's names by ours; those in snake case that only ours spells otherwise may be
 *   left out, so `createdAt: []` is the API's `createdAt` or `created_at`
 */
export function shapeOf(names: Readonly<Record<string, Names>>): Shape {
	const known = Object.entries(names).map(
		([ours, theirs]) => [ours, [...theirs, ours, snakeCase(ours)]] as const,
	);
	return (row) =>
		Object.fromEntries(
			known.flatMap(([ours, theirs]) => {
				const value = valueAt(row, theirs);
				return value === undefined ? [] : [[ours, camelCased(value)]];
			}),
		);
}

/** All names in it in camel case, as our own are. */
export function camelCased(value: JsonValue): JsonValue {
	if (Array.isArray(value)) return value.map(camelCased);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [
			name.replace(/_([a-z0-9])/g, (_, next: string) => next.toUpperCase()),
			inner === undefined ? undefined : camelCased(inner),
		]),
	);
}

function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
