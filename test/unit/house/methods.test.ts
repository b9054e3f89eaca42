import path from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';

import { packagesOf, sourceOf } from '../../../scripts/packages';

/** The sources of the nodes of all packages. */
const sources = packagesOf().flatMap(({ folder, manifest }) =>
	manifest.n8n.nodes.map((built) => path.join(folder, sourceOf(built))),
);

async function nodeIn(source: string): Promise<INodeType> {
	const exported = (await import(source)) as Record<string, new () => INodeType>;
	return new exported[path.basename(source, '.node.ts')]();
}

/** The node's methods that parameters name, also those behind "Add" buttons and in modes. */
function methodsOf({ typeOptions, modes = [], options = [] }: INodeProperties): string[] {
	const inside = options.flatMap((option) => {
		if ('values' in option) return (option as INodePropertyCollection).values;
		return 'type' in option ? [option as INodeProperties] : [];
	});
	const named = [typeOptions, ...modes.map((mode) => mode.typeOptions)].flatMap((each) => {
		const { loadOptionsMethod, searchListMethod, resourceMapper } = (each ?? {}) as {
			loadOptionsMethod?: string;
			searchListMethod?: string;
			resourceMapper?: { resourceMapperMethod?: string };
		};
		return [loadOptionsMethod, searchListMethod, resourceMapper?.resourceMapperMethod];
	});
	return [...named.filter((name) => name !== undefined), ...inside.flatMap(methodsOf)];
}

it.each(sources.map((source) => [path.basename(source), source]))(
	'every method that a parameter or credential of %s names is there, and no other',
	async (_, source) => {
		const { description, methods } = await nodeIn(source);
		const tests = (description.credentials ?? []).flatMap(
			({ testedBy }) => (testedBy as string) ?? [],
		);
		const named = new Set([...tests, ...description.properties.flatMap(methodsOf)]);
		const there = Object.values(methods ?? {}).flatMap((some) => Object.keys(some));
		expect(there.sort()).toEqual([...named].sort());
	},
);
