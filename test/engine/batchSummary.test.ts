import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list } from '../kit/account';
import { useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

/** What a response to many records says of all of them reaches the output, on its items. */
const stub = useStub(() => ({ json: {} }));
useNoJitter();

const columns = { mappingMode: 'autoMapInputData', value: null };
const PHONES = ['+12025550117', '+12025550118'];
const COUNTS = { success_count: 2, error_count: 0, errors: [] };

const CASES: Array<
	[name: string, usual: INodeParameters, items: IDataObject[], told: IDataObject]
> = [
	[
		'Create or Update Many',
		{ resource: 'contact', operation: 'upsertMany', listNumber: list(), columns },
		PHONES.map((phone_number) => ({ phone_number })),
		{
			contacts_created: 1,
			list_contacts_created: 2,
			journeys_enrolled: 0,
			warnings: ['A welcome journey fits, but was not asked for'],
		},
	],
	[
		'Record Many',
		{ resource: 'revenue', operation: 'recordMany', columns },
		[1, 2].map((revenue) => ({ message_id: `m${revenue}`, revenue, attribution_type: 'sale' })),
		{ total_revenue: 3 },
	],
	[
		'Import Revenue',
		{ resource: 'dataImport', operation: 'revenue', columns },
		[1, 2].map((revenue) => ({ message_id: `m${revenue}`, offer_id: 'o', revenue })),
		{ total_revenue: 3 },
	],
	[
		'Import Sends',
		{ resource: 'dataImport', operation: 'sends', columns },
		PHONES.map((to_number, index) => ({
			id: `m${index}`,
			to_number,
			list_id: 7,
			timestamp: '2025-12-01T18:00:00Z',
		})),
		{ invalid_phones: 0 },
	],
];

describe.each(CASES)('%s', (_, usual, items, told) => {
	const run = operationOf(stub, usual);

	it('keeps it on each item of the batch', async () => {
		stub.answer(() => ({ json: { ...COUNTS, ...told } }));
		const { items: output, error } = await run(items);
		expect(error).toBeUndefined();
		expect(output.map(({ json }) => json.batch_summary)).toEqual([told, told]);
	});

	it('keeps it on a rejected item too, and leaves out what was not said', async () => {
		const [[name, value]] = Object.entries(told);
		stub.answer(() => ({
			json: {
				success_count: 1,
				error_count: 1,
				errors: [{ index: 1, code: 'save_error', error: 'No' }],
				[name]: value,
			},
		}));
		const { items: output } = await run(items);
		expect(output.map(({ json }) => [json.status, json.batch_summary])).toEqual([
			[expect.not.stringContaining('rejected'), { [name]: value }],
			['rejected', { [name]: value }],
		]);
	});

	it('has none where nothing was said', async () => {
		stub.answer(() => ({ json: COUNTS }));
		for (const { json } of (await run(items)).items)
			expect(json).not.toHaveProperty('batch_summary');
	});
});

it('what a lookup found of a contact that was refused is on its item', async () => {
	const validation = { cached: false, cost: 0.003, disposition: 'unreachable' };
	stub.answer(() => ({
		json: {
			success_count: 1,
			error_count: 1,
			errors: [{ index: 1, code: 'validation_failed', error: 'Unreachable', validation }],
		},
	}));
	const [, usual, items] = CASES[0];
	const { items: output } = await operationOf(stub, usual)(items);
	expect(output[1].json).toMatchObject({
		status: 'rejected',
		code: 'validation_failed',
		validation,
	});
	expect(output[0].json).not.toHaveProperty('validation');
});

it.each([
	[{ imported: true }, { imported: true }],
	[{ imported: false }, { imported: false }],
	[{}, {}],
])('Record Many with the options %j says %j beside its records', async (options, beside) => {
	stub.answer(() => ({ json: COUNTS }));
	const [, usual, items] = CASES[1];
	await operationOf(stub, usual)(items, { parameters: { options } });
	const [{ records, ...rest }] = stub.bodies();
	expect(records).toHaveLength(2);
	expect(rest).toEqual(beside);
});
