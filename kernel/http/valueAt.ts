import { isJsonObject, type JsonValue } from './endpoint';
import type { Place } from './paging';

/** The first value at a place. */
export function valueAt(body: JsonValue | undefined, place: Place): JsonValue | undefined {
	return valuesAt(body, place).find((value) => value !== undefined);
}

/** The first list at a place. */
export function listAt(body: JsonValue | undefined, place: Place): JsonValue[] | undefined {
	return valuesAt(body, place).find((value): value is JsonValue[] => Array.isArray(value));
}

function valuesAt(body: JsonValue | undefined, place: Place): Array<JsonValue | undefined> {
	return [place].flat().map((path) => (path === '' ? body : valueOf(body, path)));
}

function valueOf(body: JsonValue | undefined, path: string): JsonValue | undefined {
	return path
		.split('.')
		.reduce<
			JsonValue | undefined
		>((value, name) => (isJsonObject(value) ? value[name] : undefined), body);
}
