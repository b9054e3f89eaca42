import {
	isJsonObject,
	type JsonObject,
	type JsonValue,
	type Place,
	valueAt,
} from '../../../../../kernel';

/** The names of values in a response, in the order to look for them (contract: x-aliases). */
export type Aliases = Readonly<Record<string, readonly string[]>>;

/** Where values with these names are: flat or under `data` (contract: general rules). */
export function inside(...names: readonly string[]): Place {
	return [...new Set(names.flatMap((name) => [name, `data.${name}`]))];
}

/** A response flat, without what it is wrapped in. */
export function flat(body: JsonObject): JsonObject {
	const { data } = body;
	const inner = isJsonObject(data) ? { ...data, data: data.data } : {};
	return { ...body, success: undefined, ...inner };
}

/** A value by its aliases, flat or under `data`. */
export function named(body: JsonObject, names: readonly string[]): JsonValue | undefined {
	return valueAt(body, inside(...names));
}

/** A thing under the names that the contract prefers, whichever it came under; what else it holds follows. */
export function byOurNames(thing: JsonObject, aliases: Aliases): JsonObject {
	const given = flat(thing);
	const ours: JsonObject = {};
	const rest = { ...given };
	for (const [name, names] of Object.entries(aliases)) {
		const found = names.find((each) => given[each] !== undefined);
		if (found === undefined) continue;
		ours[name] = given[found];
		delete rest[found];
	}
	return { ...ours, ...rest };
}
