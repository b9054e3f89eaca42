import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import type { Endpoint } from '../kernel/http/endpoint';
import { endpoints } from '../nodes/Trackly/api/endpoints';
import { resources } from '../nodes/Trackly/operations';

const OPERATIONS = resolve(__dirname, '../nodes/Trackly/operations');

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

/** Every operation of the node, in the editor's order. */
export function catalogue(): CatalogueEntry[] {
	return resources.flatMap(({ value, name: resourceName, operations }) =>
		operations.map(({ resource, operation, name, description }) => {
			const file = fileOf(value, operation);
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

function fileOf(resource: string, operation: string): string {
	const folder = join(OPERATIONS, resource);
	const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name))
		.find((file) => readFileSync(file, 'utf8').includes(`operation: '${operation}'`));
	if (found === undefined) throw new Error(`No file describes ${resource}: ${operation}`);
	return found;
}

function endpointsIn(source: string): Endpoint[] {
	const names = [...source.matchAll(/\bendpoints\.(\w+)/g)].map(([, name]) => name);
	return [...new Set(names)].map((name) => (endpoints as Record<string, Endpoint>)[name]);
}

/** Sources next to the file that it imports. */
function besides(file: string, source: string): string[] {
	return [...source.matchAll(/from '(\.\/[^']+)'/g)]
		.map(([, target]) => `${resolve(dirname(file), target)}.ts`)
		.filter((path) => existsSync(path))
		.map((path) => readFileSync(path, 'utf8'));
}
