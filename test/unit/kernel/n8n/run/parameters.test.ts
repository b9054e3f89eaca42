import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { createParameterReader } from '../../../../../kernel/n8n/run/parameters';

/** A context that counts what n8n would evaluate. */
function contextOf(parameters: INodeParameters) {
	const getNodeParameter = jest.fn((name: string, itemIndex: number) => `${name} of ${itemIndex}`);
	const context = { getNode: () => ({ parameters }), getNodeParameter };
	return { context: context as unknown as IExecuteFunctions, getNodeParameter };
}

const ITEMS = [0, 1, 2, 3, 4];

describe('createParameterReader', () => {
	it('reads a parameter without an expression once per run', () => {
		const { context, getNodeParameter } = contextOf({ body: 'Hello', options: { a: ['b', 1] } });
		const reader = createParameterReader(context);
		const values = ITEMS.flatMap((item) => [
			reader.read('body', item),
			reader.read('options', item),
		]);
		expect(new Set(values)).toEqual(new Set(['body of 0', 'options of 0']));
		expect(getNodeParameter).toHaveBeenCalledTimes(2);
	});

	it.each<[string, INodeParameters]>([
		['itself', { to: '={{ $json.phone }}' }],
		['something in it', { to: { __rl: true, mode: 'number', value: '={{ $json.list }}' } }],
		['something in a list in it', { to: { rows: [{ value: '={{ 1 }}' }] } }],
	])('reads a parameter for every item when %s is an expression', (_, parameters) => {
		const { context } = contextOf(parameters);
		const reader = createParameterReader(context);
		expect(ITEMS.map((item) => reader.read('to', item))).toEqual(
			ITEMS.map((item) => `to of ${item}`),
		);
	});

	it('reaches into a parameter, so that only the columns with expressions cost anything', () => {
		const { context, getNodeParameter } = contextOf({
			columns: { value: { to: '={{ $json.phone }}', body: 'Hello', 'custom_fields.tier': 'gold' } },
		});
		const reader = createParameterReader(context);
		for (const item of ITEMS) {
			for (const column of ['to', 'body', 'custom_fields.tier']) {
				reader.read(['columns', 'value', column], item);
			}
		}
		const calls = getNodeParameter.mock.calls.map(([name]) => name);
		expect(calls.filter((name) => name === 'columns.value.to')).toHaveLength(ITEMS.length);
		expect(calls.filter((name) => name === 'columns.value.body')).toHaveLength(1);
		expect(calls.filter((name) => name === 'columns.value["custom_fields.tier"]')).toHaveLength(1);
	});

	it('gives nothing for a parameter that is not set, without asking n8n', () => {
		const { context, getNodeParameter } = contextOf({});
		expect(createParameterReader(context).read(['columns', 'value', 'to'], 0)).toBeUndefined();
		expect(getNodeParameter).not.toHaveBeenCalled();
	});
});
