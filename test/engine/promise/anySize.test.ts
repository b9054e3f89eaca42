import { useProcessedStore } from '../../kit/processedStore';
import { useNoJitter } from '../../kit/operation';
import { operationOf } from '../trackly';
import { contactsPage, goodAnswer, KEY, orders, useOperations } from './api';
import { countsOf, statusesOf } from './outcomes';

/** Rule R10: any size, in linear time; nothing is spread into arguments. */
useProcessedStore();
useNoJitter();
const { stub, of, arrived } = useOperations();

const ROWS = 200_000;

/** `ROWS` contacts, a page at a time. */
function manyContacts(active?: boolean): void {
	stub.answer((request) => {
		if (request.method !== 'GET') return goodAnswer(request);
		const query = new URL(request.path, 'http://x').searchParams;
		const page = Number(query.get('page'));
		const size = Number(query.get('per_page'));
		const contacts = Array.from({ length: size }, (_, index) => ({
			id: (page - 1) * size + index,
			phone_number: `+1${3_000_000_000 + (page - 1) * size + index}`,
			list_number: '+18005550142',
			active,
		}));
		const pagination = { page, per_page: size, total: ROWS, total_pages: Math.ceil(ROWS / size) };
		return { json: contactsPage(contacts, pagination) };
	});
}

it.each([
	[
		'Contact > Get Many',
		{ resource: 'contact', operation: 'getAll', returnAll: true, filters: {}, simplify: true },
	],
	[
		'API > Request, Follow Pages',
		{
			resource: 'api',
			operation: 'request',
			method: 'GET',
			path: '/contacts',
			version: 'v2',
			query: {},
			allPages: true,
			rowsName: 'contacts',
			returnAll: true,
		},
	],
])('%s returns 200,000 rows, each paired with its item', async (_, usual) => {
	manyContacts();
	const result = await operationOf(stub, usual)([{}]);
	expect(result.error?.message).toBeUndefined();
	expect(result.items).toHaveLength(ROWS);
	expect(result.items.at(-1)).toMatchObject({ pairedItem: { item: 0 } });
});

it('200,000 opt-outs are read before one text', async () => {
	manyContacts(false);
	const safeguards = { skipOptedOut: true };
	const result = await of('Send Many')(orders(1), { parameters: { safeguards } });
	expect(statusesOf(result, 1)).toEqual(['queued']);
});

it('150,000 texts, Send Many', async () => {
	const result = await of('Send Many')(orders(150_000));
	expect(result.error?.message).toBeUndefined();
	expect(countsOf(statusesOf(result, 150_000))).toEqual({ queued: 150_000 });
	expect(new Set(arrived()).size).toBe(150_000);
});

it('30,000 texts with keys, twice', async () => {
	const safeguards = { ...KEY, idempotencyHistorySize: 30_000 };
	await of('Send Many')(orders(30_000), { parameters: { safeguards } });
	const again = await of('Send Many')(orders(30_000), { parameters: { safeguards } });
	expect(countsOf(statusesOf(again, 30_000))).toEqual({ skipped: 30_000 });
	expect(arrived()).toHaveLength(30_000);
});

it('140,000 items that are all broken have an outcome each', async () => {
	const items = Array.from({ length: 140_000 }, () => ({ to: 'nobody', body: 'Hi' }));
	const result = await of('Send Many')(items);
	expect(countsOf(statusesOf(result, 140_000))).toEqual({ rejected: 140_000 });
});
