import type { INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';

import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';

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

it.each<[string, INodeType]>([
	['Trackly', new Trackly()],
	['Trackly Trigger', new TracklyTrigger()],
])(
	'every method that a parameter of %s names is there, and no other',
	(_, { description, methods }) => {
		const named = new Set(description.properties.flatMap(methodsOf));
		const there = Object.values(methods ?? {}).flatMap((some) => Object.keys(some));
		expect(there.sort()).toEqual([...named].sort());
	},
);
