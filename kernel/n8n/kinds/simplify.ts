import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../http/endpoint';
import { booleanField } from '../fields/field';
import type { RunContext } from '../run/operation';
import { readValues } from '../run/values';

const simplifyField = booleanField('simplify', {
	displayName: 'Simplify',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** The switch, where there is something to simplify. */
export function simplifyProperties(names: readonly string[] | undefined): INodeProperties[] {
	return names === undefined ? [] : [simplifyField.property];
}

/**
 * What one item wants its rows to be: as they came, or with the named fields only. A field that
 * the API left out stays out. @throws InputError
 */
export function shapeOf(
	run: RunContext,
	names: readonly string[] | undefined,
	itemIndex: number,
): (row: JsonObject) => JsonObject {
	const isWanted = names !== undefined && readValues(run, [simplifyField], itemIndex).simplify;
	if (!isWanted) return (row) => row;
	return (row) =>
		Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]));
}
