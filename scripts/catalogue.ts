import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Endpoint } from '../kernel/http/endpoint';
import type { NodeParts } from './nodeOf';

/** What an operation is by its own source file. */
export interface CatalogueEntry {
	resource: string;
	operation: string;
	resourceName: string;
	name: string;
	description: string;
	/** Path of its file. */
	file: string;
	/** `perItem`, `bulk`, `getMany`, `local`, `sendAndWait`, or `variants` of two. */
	kind: string;
	/** The calls it makes; none for one that calls what its user says. */
	endpoints: Endpoint[];
}

/** Every operation of a node, in the editor's order. */
export function catalogue({ folder, resources, endpoints }: NodeParts): CatalogueEntry[] {
	const endpointsIn = (source: string) =>
		operationIdsIn(source).map((operationId) => endpoints[operationId]);
	return resources.flatMap(({ value, name: resourceName, operations }) =>
		operations.map(({ resource, operation, name, description }) => {
			const file = fileOf(join(folder, 'operations', value), operation);
			const source = readFileSync(file, 'utf8');
			const kind = /^export const \w+ = (\w+)\(/m.exec(source)?.[1] ?? '';
			const own = endpointsIn(source);
			return {
				resource,
				operation,
				resourceName,
				name,
				description,
				file,
				kind,
				endpoints: own.length > 0 ? own : besides(file, source).flatMap(endpointsIn),
			};
		}),
	);
}

function fileOf(folder: string, operation: string): string {
	const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name))
		.find((file) => readFileSync(file, 'utf8').includes(`operation: '${operation}'`));
	if (found === undefined) throw new Error(`No file in ${folder} describes ${operation}`);
	return found;
}

/** The calls of the contract that a source names. */
export function operationIdsIn(source: string): string[] {
	return [...new Set([...source.matchAll(/\bendpoints\.(\w+)/g)].map(([, name]) => name))];
}

/** Sources next to the file that it imports. */
function besides(file: string, source: string): string[] {
	return [...source.matchAll(/from '(\.\/[^']+)'/g)]
		.map(([, target]) => `${resolve(dirname(file), target)}.ts`)
		.filter((path) => existsSync(path))
		.map((path) => readFileSync(path, 'utf8'));
}
