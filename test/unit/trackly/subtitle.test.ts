import { Workflow, type INodeParameters, type INodeTypes } from 'n8n-workflow';

import { Trackly } from '../../../nodes/Trackly/Trackly.node';

const type = new Trackly();
const nodeTypes: INodeTypes = {
	getByName: () => type,
	getByNameAndVersion: () => type,
	getKnownTypes: () => ({}),
};

/** The subtitle as the canvas works it out. */
function subtitleFor(parameters: INodeParameters): unknown {
	const node = {
		id: '1',
		name: 'Trackly',
		type: 'trackly',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(
		workflow.getNode('Trackly')!,
		type.description.subtitle,
		'internal',
		{},
	);
}

const list = (value: string, cachedResultName?: string) => ({
	__rl: true,
	mode: 'list',
	value,
	...(cachedResultName === undefined ? {} : { cachedResultName }),
});

describe('the subtitle on the canvas', () => {
	it.each<[string, INodeParameters]>([
		['Send · Message', {}],
		['Send Many · Message', { operation: 'sendMany' }],
		[
			'Send Many · Spring Sale',
			{ operation: 'sendMany', listNumber: list('+18005550142', 'Spring Sale') },
		],
		['Send · +18005550142', { listNumber: list('+18005550142') }],
		['Send · Message', { listNumber: list('={{ $json.list }}') }],
		['Get Many · Contact', { resource: 'contact', operation: 'getAll' }],
		['Archive · Teas', { resource: 'offer', operation: 'archive', offerId: list('1', 'Teas') }],
	])('is "%s"', (expected, parameters) => {
		expect(subtitleFor(parameters)).toBe(expected);
	});
});
