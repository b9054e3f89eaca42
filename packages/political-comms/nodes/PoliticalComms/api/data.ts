import { isJsonObject, type JsonObject, type JsonValue } from '../../../../../kernel';

/** What a response holds: the API wraps everything in `data` (contract: general rules). */
export function dataOf(body: JsonObject): JsonObject {
	return isJsonObject(body.data) ? body.data : { ...body, success: undefined };
}

/** The same for a call that may respond with a list. */
export function dataListOf(body: JsonObject): JsonObject[] {
	return Array.isArray(body.data) ? body.data.filter(isJsonObject) : [dataOf(body)];
}

/** The objects of a list, which may be missing. */
export function objectsIn(list: JsonValue | undefined): JsonObject[] {
	return Array.isArray(list) ? list.filter(isJsonObject) : [];
}
