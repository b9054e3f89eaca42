import type { INodeParameters } from 'n8n-workflow';

import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const outputOf = async (operation: string, parameters: INodeParameters) => {
	const run = operationOf(stub, { resource: 'report', operation, ...parameters });
	const { items, error } = await run([{}]);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

const queries = () =>
	stub.requests().map(({ path }) => Object.fromEntries(new URL(path, 'http://x').searchParams));

const QUARTER = { startDate: '2026-07-01', endDate: '2026-09-30' };

describe('a range that is longer than the API takes', () => {
	it('is asked for in parts without a gap or a day twice', async () => {
		await outputOf('messageStats', {
			...QUARTER,
			filters: { organizationId: id('org_7QK2'), brandId: id('brd_3M8D') },
		});
		const same = { organizationId: 'org_7QK2', brandId: 'brd_3M8D' };
		expect(queries()).toEqual([
			{ startDate: '2026-07-01', endDate: '2026-07-31', ...same },
			{ startDate: '2026-08-01', endDate: '2026-08-31', ...same },
			{ startDate: '2026-09-01', endDate: '2026-09-30', ...same },
		]);
	});

	it('of one day is asked for once', async () => {
		await outputOf('usage', { startDate: '2026-10-05', endDate: '2026-10-05' });
		expect(queries()).toEqual([{ startDate: '2026-10-05', endDate: '2026-10-05' }]);
	});

	it.each(['sdk', 'documented'])(
		'is summed: messages, as the API told them (%s)',
		async (sample) => {
			stub.give('getMessageStats', sample);
			expect(await outputOf('messageStats', QUARTER)).toEqual([
				expect.objectContaining({ ...QUARTER, sent: 3393, delivered: 3306, deliveryRate: 97.4 }),
			]);
		},
	);

	it('is summed: usage, each organization and product once', async () => {
		expect(await outputOf('usage', QUARTER)).toEqual([
			{
				organizationId: 'org_7QK2',
				organizationName: 'Maple County Coalition',
				...QUARTER,
				quantity: 3306,
				charges: 66.12,
				lines: [
					{ product: 'sms', event: 'message', quantity: 3306, unitPrice: 0.02, charges: 66.12 },
				],
			},
		]);
	});

	it('comes as it is, a response an item, where Normalize is off', async () => {
		const output = await outputOf('usage', { ...QUARTER, normalize: false });
		expect(output.map(({ totalUsageAmount }) => totalUsageAmount)).toEqual([
			-22.04, -22.04, -22.04,
		]);
	});

	it('fails as a whole where a part fails', async () => {
		stub.answer(() =>
			stub.requests().length < 3
				? { json: { success: true, data: { totals: {} } } }
				: { status: 400, json: { error: 'Too old', code: 'RANGE_TOO_OLD' } },
		);
		const run = operationOf(stub, { resource: 'report', operation: 'messageStats', ...QUARTER });
		const { error, items } = await run([{}]);
		expect(error?.message).toContain('Too old (RANGE_TOO_OLD)');
		expect(items).toEqual([]);
	});
});

describe('by day', () => {
	it.each([
		['sdk', { sent: 1102, delivered: 1102, totalCost: 22.04 }],
		['documented', { sent: 1131, delivered: 1102, undeliverable: 29, replies: 84, optOuts: 6 }],
	])('messages of %s come a day an item', async (sample, day) => {
		stub.give('getMessageStats', sample);
		const output = await outputOf('messageStats', {
			startDate: '2026-10-01',
			endDate: '2026-10-31',
			combine: 'days',
		});
		expect(output).toEqual([expect.objectContaining({ date: '2026-10-20', ...day })]);
	});

	it('days come in order, states of one day together', async () => {
		const row = (date: string, status: string, count: number) => ({ date, status, count });
		stub.answer(() => ({
			json: {
				data: {
					totals: {},
					byDay: [
						row('2026-10-21', 'delivered', 5),
						row('2026-10-20', 'failed', 1),
						row('2026-10-20', 'delivered', 3),
						row('2026-10-20', 'received', 2),
					],
				},
			},
		}));
		const output = await outputOf('messageStats', {
			startDate: '2026-10-20',
			endDate: '2026-10-21',
			combine: 'days',
		});
		expect(output).toMatchObject([
			{ date: '2026-10-20', sent: 4, delivered: 3, undeliverable: 1, replies: 2, deliveryRate: 75 },
			{
				date: '2026-10-21',
				sent: 5,
				delivered: 5,
				undeliverable: 0,
				replies: 0,
				deliveryRate: 100,
			},
		]);
	});

	it.each([
		['sdk', '2026-10-20'],
		['documented', null],
	])('usage by initiator of %s has the date %j', async (sample, date) => {
		stub.give('getLedgerUsageByInitiator', sample);
		const output = await outputOf('usageByInitiator', {
			startDate: '2026-10-01',
			endDate: '2026-10-31',
			combine: 'days',
		});
		expect(output).toMatchObject([{ organizationId: 'org_8RL3', date, quantity: 400, charges: 8 }]);
	});
});
