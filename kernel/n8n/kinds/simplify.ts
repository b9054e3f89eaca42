import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../../http/endpoint';
import { booleanField } from '../fields/field';
import type { RunContext } from '../run/operation';
import { readValues } from '../run/values';
import type { Simplified } from './simplified';

export type { Simplified } from './simplified';

const simplifyField = booleanField('simplify', {
	displayName: 'Simplify',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** The switch, where there is something to simplify. */
export function simplifyProperties(simplified: Simplified | undefined): INodeProperties[] {
	return simplified === undefined ? [] : [simplifyField.property];
}

/**
 * What one item wants its rows to be: as they came, or simplified. A field that the API left out
 * stays out. @throws InputError
 */
export function shapeOf(
	run: RunContext,
	simplified: Simplified | undefined,
	itemIndex: number,
): (row: JsonObject) => JsonObject {
	if (simplified === undefined || !readValues(run, [simplifyField], itemIndex).simplify) {
		return (row) => row;
	}
	if (typeof simplified === 'function') return simplified;
	return (row) =>
		Object.fromEntries(simplified.filter((name) => name in row).map((name) => [name, row[name]]));
}
