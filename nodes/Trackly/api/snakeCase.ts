import type { JsonObject } from '../../../kernel';

/** A name as most of the API spells it: `list_number` for `listNumber`. */
export function snakeCase(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** An answer with its names in that spelling; those about links come in camelCase (contract NOTES §2). */
export function inSnakeCase(answer: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(answer).map(([name, value]) => [snakeCase(name), value]),
	);
}
