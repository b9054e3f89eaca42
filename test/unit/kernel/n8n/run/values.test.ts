import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

import { objectField, textField } from '../../../../../kernel/n8n/fields/field';
import type { RunContext } from '../../../../../kernel/n8n/run/operation';
import { createParameterReader } from '../../../../../kernel/n8n/run/parameters';
import { valuesReader } from '../../../../../kernel/n8n/run/values';

const name = textField('name', { displayName: 'Name' });
const extra = objectField('extra', { displayName: 'Extra' });

/** A run of a node, where an expression of an item gives the item's number. */
function runWith(parameters: INodeParameters): RunContext {
	const getNodeParameter = (path: string, itemIndex: number) => {
		const value = parameters[path];
		return typeof value === 'string' && value.startsWith('=') ? String(itemIndex) : value;
	};
	const context = { getNode: () => ({ parameters }), getNodeParameter };
	const reader = createParameterReader(context as unknown as IExecuteFunctions);
	return { parameters: reader, scope: { timezone: 'UTC' } } as unknown as RunContext;
}

describe('valuesReader', () => {
	it('reads once what is the same for every item', () => {
		const valuesOf = valuesReader(runWith({ name: 'Noor', extra: '{"tier": "gold"}' }), [
			name,
			extra,
		]);
		expect(valuesOf(0)).toEqual({ name: 'Noor', extra: { tier: 'gold' } });
		expect(valuesOf(7)).toBe(valuesOf(0));
	});

	it('reads for every item when one of the fields holds an expression', () => {
		const valuesOf = valuesReader(runWith({ name: '={{ $json.name }}', extra: '{}' }), [
			name,
			extra,
		]);
		expect([3, 4].map((item) => valuesOf(item).name)).toEqual(['3', '4']);
	});

	it('names a bad value again for every item', () => {
		const valuesOf = valuesReader(runWith({ name: 'Noor', extra: '[1' }), [name, extra]);
		for (const item of [0, 1]) expect(() => valuesOf(item)).toThrow('Extra');
	});
});
