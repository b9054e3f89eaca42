import type { INodeParameters } from 'n8n-workflow';

import { fillList, LIST, phoneNumbers, useAccount } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import { operationOf, useStub } from './trackly';

const account = useAccount();
const stub = useStub(({ method, path, body }) => ({ json: { method, path, body } }));
useNoJitter();

const REQUEST = { resource: 'api', operation: 'request', path: '/lists' };
const request = operationOf(account, REQUEST);
const echo = operationOf(stub, REQUEST);
const query = (...rows: Array<[name: string, value: string]>) => ({
	rows: rows.map(([name, value]) => ({ name, value })),
});

describe('api: request', () => {
	it('gives the answer as it came', async () => {
		const { items, error } = await request([{}]);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({ lists: [{ id: 7 }, { id: 8 }, { id: 9 }] });
	});

	it.each<[string, INodeParameters, object]>([
		[
			'a query, encoded',
			{ path: '/contacts', query: query(['list_number', '+18005550142'], ['page', '2']) },
			{ method: 'GET', path: '/api/v2/contacts?list_number=%2B18005550142&page=2', body: {} },
		],
		[
			'a body',
			{ method: 'POST', path: '/otp/send', body: '{"to":"+12025550117"}' },
			{ method: 'POST', path: '/api/v2/otp/send', body: { to: '+12025550117' } },
		],
		[
			'another version',
			{ path: '/phone', version: 'v1' },
			{ method: 'GET', path: '/api/v1/phone', body: {} },
		],
		[
			'DELETE without a body',
			{ method: 'DELETE', path: '/offers/1' },
			{ method: 'DELETE', path: '/api/v2/offers/1', body: {} },
		],
	])('sends %s', async (_, parameters, expected) => {
		expect((await echo([{}], { parameters })).items[0].json).toEqual(expected);
	});

	it.each([
		'lists',
		'//evil.example/x',
		'https://evil.example',
		'/a b',
		'/../v1/x',
		'/a/%2E%2e/b',
		'/a?b=1',
		'/a#b',
		'/{id}',
		'/a\\b',
	])('never leaves for the path "%s"', async (path) => {
		const { error } = await echo([{}], { parameters: { path } });
		expect(shown(error)).toMatch(/^"?Path\b/);
		expect(stub.requests()).toEqual([]);
	});

	it('repeats a GET after a lost answer, and nothing else', async () => {
		stub.answer(() => undefined);
		await echo([{}]);
		expect(stub.requests()).toHaveLength(5);
		const { error } = await echo([{}], { parameters: { method: 'PUT', body: '{"a":1}' } });
		expect(shown(error)).toContain('outcome_unknown');
		expect(stub.requests()).toHaveLength(6);
	});

	it('follows the pages, row by row', async () => {
		const numbers = phoneNumbers(250);
		await fillList(
			account,
			numbers.map((phone_number) => ({ phone_number })),
		);
		const parameters = {
			path: '/contacts',
			query: query(['list_number', LIST]),
			allPages: true,
			rowsName: 'contacts',
			returnAll: true,
		};
		const { items, error } = await request([{}], { parameters });
		expect(error).toBeUndefined();
		expect(new Set(items.map(({ json }) => json.phone_number))).toEqual(new Set(numbers));
		expect(account.sandbox().journal().requests('listContacts')).toHaveLength(3);
		const some = await request([{}], { parameters: { ...parameters, returnAll: false, limit: 7 } });
		expect(some.items).toHaveLength(7);
	});

	it('asks where the rows are before it follows pages', async () => {
		const { error } = await request([{}], { parameters: { allPages: true, rowsName: ' ' } });
		expect(shown(error)).toContain('"Rows Field" is empty');
		expect(account.sandbox().journal().requests()).toEqual([]);
	});
});
