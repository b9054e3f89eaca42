import type { INodeParameters } from 'n8n-workflow';

import { fillList, LIST, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const account = useAccount();
useNoJitter();

const OFFER = '66b0c4d2e19a3f7708d5b1a4';
const NOOR = '+12025550111';
const columns = { mappingMode: 'autoMapInputData', value: null };
const imports = (operation: string, parameters: INodeParameters = { columns }) =>
	operationOf(account, { resource: 'dataImport', operation, ...parameters });
const sends = imports('sends');
const clicks = imports('clicks');
const revenue = imports('revenue');
const clear = imports('clear', { entities: ['sends'] });

const send = { id: 'old-1', to_number: NOOR, list_number: LIST, timestamp: '2025-12-01T18:00:00Z' };
const click = {
	message_id: 'old-1',
	offer_id: OFFER,
	phone_number: NOOR,
	timestamp: '2025-12-01T18:07:30Z',
};
const sale = { message_id: 'old-1', offer_id: OFFER, revenue: 18 };

const requests = (operationId: string) => account.sandbox().journal().requests(operationId);

describe('data import', () => {
	beforeEach(async () => await fillList(account, [{ phone_number: NOOR }]));

	it('imports sends, by the number or the ID of their list', async () => {
		const byId = { ...send, id: 'old-2', list_number: '', list_id: '7' };
		const { items, error } = await sends([send, byId]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ status: 'imported', id: 'old-1', batch: 1, batch_summary: { invalid_phones: 0 } },
			{ status: 'imported', id: 'old-2', batch: 1, batch_summary: { invalid_phones: 0 } },
		]);
		expect(requests('importSends')).toHaveLength(1);
	});

	it('does not claim to know which of a batch were there before', async () => {
		await sends([send]);
		const { items } = await sends([send, { ...send, id: 'old-2' }, { ...send, list_number: '' }]);
		const mixed = { status: 'imported_or_skipped', duplicates_skipped: 1 };
		expect(items.map(({ json }) => json)).toMatchObject([
			mixed,
			mixed,
			{ status: 'rejected', code: 'missing_list' },
		]);
		const again = await sends([send]);
		expect(again.items[0].json).toMatchObject({ status: 'skipped', duplicates_skipped: 1 });
	});

	it('imports clicks and revenue of imported sends', async () => {
		await sends([send]);
		const clicked = await clicks([click, { ...click, message_id: 'nobody' }]);
		expect(clicked.items.map(({ json }) => [json.status, json.code])).toEqual([
			['imported', undefined],
			['rejected', 'message_not_found'],
		]);
		const earned = await revenue([sale, { ...sale, revenue: -1 }]);
		expect(earned.items.map(({ json }) => [json.status, json.code])).toEqual([
			['imported', undefined],
			['rejected', 'invalid_revenue'],
		]);
	});

	it.each([
		[{ ...send, to_number: '12' }, 'invalid_phone'],
		[{ ...send, list_id: 7 }, 'ambiguous_list'],
		[{ ...send, timestamp: 'last spring' }, 'invalid_timestamp'],
		[{ ...send, id: '' }, 'missing_id'],
	])('rejects %j before any request', async (item, code) => {
		const { items } = await sends([item]);
		expect(items[0].json).toMatchObject({ status: 'rejected' });
		expect(requests('importSends')).toEqual([]);
		if (code !== 'invalid_timestamp') expect(items[0].json.code).toBe(code);
	});
});

describe('data import: revenue whose answer is lost', () => {
	const stub = useStub(() => undefined);

	it('is never imported a second time', async () => {
		const { items } = await operationOf(stub, {
			resource: 'dataImport',
			operation: 'revenue',
			columns,
		})([sale]);
		expect(items[0].json).toMatchObject({ status: 'unknown', code: 'outcome_unknown' });
		expect(stub.requests()).toHaveLength(1);
	});
});

describe('data import: clear', () => {
	it('deletes what is chosen once it is confirmed', async () => {
		await fillList(account, [{ phone_number: NOOR }]);
		await sends([send, { ...send, id: 'old-2', timestamp: '2026-02-01T00:00:00Z' }]);
		const older = { confirm: true, options: { beforeDate: '2026-01-01T00:00:00Z' } };
		const { items, error } = await clear([{}], { parameters: older });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ cleared: { sends: 1 } });
		const rest = await clear([{}], { parameters: { confirm: true } });
		expect(rest.items[0].json).toEqual({ cleared: { sends: 1 } });
	});

	it('deletes revenue when the words are typed', async () => {
		const { items } = await clear([{}], {
			parameters: {
				entities: ['revenue'],
				confirm: true,
				confirmRevenue: 'DELETE ALL REVENUE',
			},
		});
		expect(items[0].json).toMatchObject({ cleared: { revenue: expect.any(Number) } });
	});

	const REVENUE = { entities: ['sends', 'revenue'], confirm: true };
	it.each<[INodeParameters, string]>([
		[{}, '"Confirm Deletion" is off'],
		[{ confirm: false }, '"Confirm Deletion" is off'],
		[{ entities: '={{ [] }}', confirm: true }, '"Data to Delete" is empty'],
		[{ entities: '={{ ["lists"] }}', confirm: true }, 'Data to Delete'],
		[REVENUE, '"Confirm Deletion of All Revenue" must be DELETE ALL REVENUE'],
		[{ ...REVENUE, confirmRevenue: 'yes' }, '"Confirm Deletion of All Revenue" must be'],
		[{ confirm: true, options: { beforeDate: '' } }, '"Before Date" is empty'],
		[{ confirm: true, options: { beforeDate: '10:30' } }, '"Before Date" is not a valid date'],
		[{ confirm: true, options: { beforeDate: '2026-03' } }, '"Before Date" is not a valid date'],
		[
			{ confirm: true, options: { beforeDate: '2026-03-01T24:00' } },
			'"Before Date" is not a valid date',
		],
		[{ confirm: true, options: { beforeDate: '2569-03-01' } }, '"Before Date" is not a valid date'],
		[{ confirm: '={{ "maybe" }}' }, '"Confirm Deletion" must be true or false'],
	])('%j is refused before any request', async (parameters, message) => {
		const { error } = await clear([{}], { parameters });
		expect(shown(error)).toContain(message);
		expect(requests('clearHistory')).toEqual([]);
	});
});
