import { isJsonObject, type JsonObject, type JsonValue } from '../../../../kernel';
import { snakeCase } from '../../api/snakeCase';
import { unwrap } from '../../api/unwrap';

/**
 * An audience with its filter spelled as it is sent; only in answers its names are camelCase (contract:
 * Audience.filter).
 */
export function audienceRow(audience: JsonObject): JsonObject {
	return 'filter' in audience ? { ...audience, filter: respelled(audience.filter) } : audience;
}

/** The same for an answer that holds one. */
export function audienceOutput(answer: JsonObject): JsonObject {
	return audienceRow(unwrap('audience')(answer));
}

function respelled(value: JsonValue | undefined): JsonValue | undefined {
	if (Array.isArray(value)) return value.map((part) => respelled(part) ?? null);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [snakeCase(name), respelled(part)]),
	);
}
