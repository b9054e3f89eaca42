import type { JsonObject, JsonValue } from '../../../../../kernel';

/** Lists come whole, in `data`, without paging (contract: x-paging none). */
export const rows = { name: 'data', key: idOf };

/** The id of a row, where it has one. */
export function idOf({ id }: JsonObject): string | undefined {
	return textOf(id);
}

/** The text of an id, if there is one. */
export function textOf(id: JsonValue | undefined): string | undefined {
	return id === undefined || id === null ? undefined : String(id);
}
