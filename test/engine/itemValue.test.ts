import fc from 'fast-check';
import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { TracklyApi } from '../../credentials/TracklyApi.credentials';
import { EVALUATE, itemValue } from '../../kernel/n8n/run/itemValue';
import { createHarness } from '../kit/harness';

const PARAMETERS = Array.from({ length: 200 }, (_, index) => `p${index}`);

/** A node that outputs what n8n makes of each of its parameters; nothing for those that it refuses. */
const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['input'],
		version: 1,
		description: 'Outputs its parameters',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		properties: PARAMETERS.map((name) => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	},
	async execute(this: IExecuteFunctions) {
		const read = (name: string) => {
			try {
				return { value: this.getNodeParameter(name, 0) };
			} catch {
				return {};
			}
		};
		return [[{ json: { read: PARAMETERS.map(read) } }]];
	},
};

const { run } = createHarness({ name: 'test', node: probe, credential: new TracklyApi() });

const json: IDataObject = {
	name: 'Ann "the" \\ {{ $json.points }} = \n👍',
	points: 7,
	share: -0.5,
	vip: false,
	empty: '',
	nothing: null,
	'Full Name': "O'Neil",
	list: ['a'],
	customer: { name: { first: 'Ann' }, 'zip code': 80202 },
};

const field = fc.constantFrom(
	...['.name', '.points', '.share', '.vip', '.empty', '.nothing', '.missing', '.list'],
	...['["Full Name"]', "['Full Name']", '.customer.name.first', '.customer["zip code"]'],
	...['.customer', '.name.length', '.toString', '.list[0]', '.name.trim()', '.points + 1'],
);
const space = fc.constantFrom('', ' ', '\n', '  ');
const reference = fc.tuple(space, field, space).map(([a, name, b]) => `{{${a}$json${name}${b}}}`);
const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 8 }),
	fc.constantFrom(
		'',
		' ',
		'Hi ',
		'"',
		"'",
		'`',
		'${',
		'$json',
		'{',
		'}}',
		'{{ 1 }}',
		'\\',
		'\n',
		'=',
	),
	fc.constantFrom('a. constructor', '.toUpperCase()', 'x.length(', '//', '/*', ';'),
);
const expression = fc
	.array(fc.oneof(reference, text), { maxLength: 4 })
	.map((all) => `=${all.join('')}`);

describe('what a parameter is without being evaluated', () => {
	it('is what n8n makes of it', async () => {
		let compared = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(expression, { minLength: PARAMETERS.length, maxLength: PARAMETERS.length }),
				async (all) => {
					const parameters = Object.fromEntries(
						PARAMETERS.map((name, index) => [name, all[index]]),
					);
					const { items } = await run({ parameters, items: [json], credential: {} });
					const read = items[0].json.read as Array<{ value?: unknown }>;
					for (const [index, each] of all.entries()) {
						const own = itemValue(each, json);
						if (own === EVALUATE) continue;
						compared++;
						expect([each, read[index]]).toStrictEqual([each, { value: own }]);
					}
				},
			),
			{ numRuns: 15, endOnFailure: true },
		);
		expect(compared).toBeGreaterThan(300);
	});
});
