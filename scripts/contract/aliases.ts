import type { Document, Schema } from './document';
import { inlineObject, literal, object } from './literal';

/**
 * The source of `aliases.ts`: the names under which responses may hold a value, by schema. Empty for a
 * contract that is sure of its names.
 */
export function aliasesSource({ components = {} }: Document): string {
	const schemas = Object.entries((components.schemas ?? {}) as Record<string, Schema>);
	const entries = schemas.flatMap(([schema, { 'x-aliases': aliases }]) =>
		aliases === undefined ? [] : [[schema, inlineObject(listsOf(aliases))] as const],
	);
	if (entries.length === 0) return '';
	return `/** Names of a value in a response, in the order to look for them, by schema (contract: x-aliases). */
export const aliases = ${object(entries)} as const;
`;
}

function listsOf(aliases: Record<string, string[]>) {
	return Object.entries(aliases).map(
		([name, others]) => [name, `[${others.map(literal).join(', ')}]`] as const,
	);
}
