import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const stub = useStub(({ path, body }) => ({
	json: path.endsWith('/bulk')
		? { success_count: (body.records as unknown[]).length, error_count: 0, errors: [] }
		: { success: true, revenue_id: '66b0c9d8e19a3f7708d5b210', ...body },
}));
useNoJitter();

const record = operationOf(stub, {
	resource: 'revenue',
	operation: 'record',
	messageId: '={{ $json.message }}',
	revenue: '={{ $json.amount }}',
});

const recordMany = operationOf(stub, {
	resource: 'revenue',
	operation: 'recordMany',
	columns: { mappingMode: 'autoMapInputData', value: null },
});

const sale = { message_id: 'q7Rk2mXa', revenue: 31.5, attribution_type: 'sale' };

describe('revenue: record', () => {
	it('records an amount, also one written as text', async () => {
		const { items, error } = await record([
			{ message: 'q7Rk2mXa', amount: 31.5 },
			{ message: ' sandbox_41c ', amount: '0.4' },
		]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: { revenue_id: '66b0c9d8e19a3f7708d5b210', message_id: 'q7Rk2mXa', revenue: 31.5 },
				pairedItem: { item: 0 },
			},
			{ pairedItem: { item: 1 } },
		]);
		expect(stub.bodies()).toEqual([sale, { ...sale, message_id: 'sandbox_41c', revenue: 0.4 }]);
		expect(stub.requests()[0]).toMatchObject({ method: 'POST', path: '/api/v2/revenue' });
	});

	it('passes type, offer and time on under their API names', async () => {
		await record([{ message: 'q7Rk2mXa', amount: 0 }], {
			parameters: {
				attributionType: 'click',
				additionalFields: { offerId: '77', timestamp: '2026-04-11T14:14:00' },
			},
			timezone: 'America/Denver',
		});
		expect(stub.bodies()).toEqual([
			{
				message_id: 'q7Rk2mXa',
				revenue: 0,
				attribution_type: 'click',
				offer_id: '77',
				timestamp: '2026-04-11T20:14:00Z',
			},
		]);
	});

	it('refuses an amount that nobody gave, instead of recording 0', async () => {
		const untouched = operationOf(stub, {
			resource: 'revenue',
			operation: 'record',
			messageId: 'q7Rk2mXa',
		});
		for (const error of [
			(await untouched([{}])).error,
			(await record([{ message: 'q7Rk2mXa' }])).error,
			(await record([{ message: 'q7Rk2mXa', amount: null }])).error,
		]) {
			expect(shown(error)).toContain('"Revenue" is empty');
		}
		expect(stub.requests()).toEqual([]);
	});

	it.each([
		[{ message: '', amount: 1 }, '"Message ID" is empty'],
		[{ message: 'q7Rk 2mXa', amount: 1 }, '"Message ID" is not an ID'],
		[{ message: 'q7Rk2mXa', amount: -5 }, '"Revenue" must be 0 or more'],
		[{ message: 'q7Rk2mXa', amount: '' }, '"Revenue" is empty'],
		[{ message: 'q7Rk2mXa', amount: '31,50' }, '"Revenue" must be a number'],
	])('refuses %j before any request', async (item, message) => {
		const { error } = await record([{ message: 'q7Rk2mXa', amount: 1 }, item]);
		expect(shown(error)).toContain(message);
		expect(error?.message).toMatch(/\[item 1\]$/);
		expect(error?.description).toEqual(expect.any(String));
		expect(stub.requests()).toEqual([]);
	});

	it('says what to do about a message that Trackly does not know', async () => {
		stub.answer(() => ({ status: 400, json: { error: 'No such', code: 'message_not_found' } }));
		const { error } = await record([{ message: 'q7Rk2mXa', amount: 1 }]);
		expect(shown(error)).toContain('No such (message_not_found) [item 0]');
		expect(error?.description).toMatch(/Check the message ID/);
	});

	it('is never repeated after a lost answer: that could count the money twice', async () => {
		stub.answer(() => undefined);
		const { error } = await record([{ message: 'q7Rk2mXa', amount: 1 }]);
		expect(shown(error)).toContain('(outcome_unknown) [item 0]');
		await record([{ message: 'q7Rk2mXa', amount: 2 }], {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(stub.bodies().map(({ revenue }) => revenue)).toEqual([1, 2]);
	});
});

describe('revenue: record many', () => {
	it('records 1,500 items in two requests, one outcome for each', async () => {
		const input = Array.from({ length: 1_500 }, (_, index) => ({ ...sale, revenue: index }));
		const { items, error } = await recordMany(input);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1_500);
		expect(items[1_499]).toEqual(
			expect.objectContaining({
				json: { status: 'recorded', message_id: 'q7Rk2mXa', batch: 2 },
				pairedItem: { item: 1_499 },
			}),
		);
		expect(stub.requests().map(({ path }) => path)).toEqual([
			'/api/v2/revenue/bulk',
			'/api/v2/revenue/bulk',
		]);
		expect(stub.bodies().flatMap(({ records }) => records)).toEqual(input);
	});

	it('rejects bad records with their items, and records the others', async () => {
		const { items } = await recordMany([
			{ ...sale, attribution_type: 'gift' },
			{ ...sale, revenue: -1 },
			{ ...sale, attribution_type: undefined as never },
			{ ...sale, attribution_type: ' Sale ', revenue: '31.5' },
		]);
		expect(items.map(({ json }) => [json.status, json.code, json.message])).toEqual([
			['rejected', 'invalid_attribution_type', '"Attribution Type" must be sale, click or send'],
			['rejected', 'invalid_revenue', expect.stringContaining('must be 0 or more')],
			['rejected', 'missing_attribution_type', '"Attribution Type" is empty'],
			['recorded', undefined, undefined],
		]);
		expect(stub.bodies()).toEqual([{ records: [sale] }]);
	});

	it('takes columns that are mapped one by one', async () => {
		const { items } = await recordMany([{ order: { message: 'q7Rk2mXa', total: 31.5 } }], {
			parameters: {
				columns: {
					mappingMode: 'defineBelow',
					value: {
						message_id: '={{ $json.order.message }}',
						revenue: '={{ $json.order.total }}',
						attribution_type: 'sale',
						timestamp: '2026-04-11T20:14:00Z',
					},
					schema: [],
				},
			},
		});
		expect(items[0].json.status).toBe('recorded');
		expect(stub.bodies()).toEqual([{ records: [{ ...sale, timestamp: '2026-04-11T20:14:00Z' }] }]);
	});

	it("passes Trackly's own rejections on, record by record", async () => {
		stub.answer(() => ({
			json: {
				success_count: 1,
				error_count: 1,
				errors: [{ index: 1, code: 'message_not_found', error: 'No such message' }],
			},
		}));
		const { items } = await recordMany([sale, { ...sale, message_id: 'Zp04cLh9' }]);
		expect(items).toMatchObject([
			{ json: { status: 'recorded' } },
			{ json: { status: 'rejected', code: 'message_not_found', message_id: 'Zp04cLh9' } },
		]);
	});

	it('never repeats a batch whose answer was lost', async () => {
		stub.answer(() => undefined);
		const { items } = await recordMany([sale]);
		expect(items[0].json).toMatchObject({ status: 'unknown', code: 'outcome_unknown' });
		expect(stub.requests()).toHaveLength(1);
	});
});
