import type { JsonObject, JsonValue } from '../../../kernel';
import { idOf } from '../api/rows';

/**
 * How a picker shows something with an id: its name, and after it what else is known of it, e.g.
 * "Spring sampler – CPA 2.10, paused". The editor shows nothing but this text.
 *
 * @param kind shown for one without a name
 */
export function entry(
	kind: string,
	{ id, name }: JsonObject,
	facts: ReadonlyArray<JsonValue | undefined> = [],
): { name: string; value: string } | undefined {
	const value = idOf({ id });
	if (value === undefined) return undefined;
	const known = facts.filter((fact) => fact).join(', ');
	return { name: [name ?? kind, known].filter((part) => part).join(' – '), value };
}

/** A state that is worth showing: another one than most things are in. */
export function unlessActive(status: JsonValue | undefined): JsonValue | undefined {
	return status === 'active' ? undefined : status;
}
