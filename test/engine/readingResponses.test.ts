import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { list } from '../kit/account';
import { shown, useNoJitter } from '../kit/operation';
import type { StubAnswer } from '../kit/stub';
import { operationOf, sendOf, useStub } from './trackly';

/** What comes in is read for what it is, whatever form it has. */
const stub = useStub(() => ({ json: {} }));
useNoJitter();

const request = operationOf(stub, {
	resource: 'api',
	operation: 'request',
	method: 'GET',
	path: '/things',
});
const pages = operationOf(stub, {
	resource: 'api',
	operation: 'request',
	method: 'GET',
	path: '/things',
	allPages: true,
	rowsName: 'tags',
	returnAll: true,
});
const jsonOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json);
const text = (value: string): StubAnswer => ({ text: value, type: 'application/json' });

describe('a list as the response', () => {
	it.each<[string, string, IDataObject[]]>([
		['objects', '[{"id":1},{"id":2}]', [{ id: 1 }, { id: 2 }]],
		['texts', '["a","b","a"]', [{ value: 'a' }, { value: 'b' }, { value: 'a' }]],
		['numbers and null', '[1,null]', [{ value: 1 }, { value: null }]],
		['nothing', '[]', []],
	])('of %s is one item each, after one request', async (_, body, expected) => {
		stub.answer(() => text(body));
		const { items, error } = await request([{}]);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual(expected);
		expect(stub.requests()).toHaveLength(1);
	});
});

describe('rows under a name', () => {
	it.each<[string, unknown[], IDataObject[]]>([
		['texts', ['a', 'b', 'a'], [{ value: 'a' }, { value: 'b' }, { value: 'a' }]],
		['null', [null], [{ value: null }]],
		['equal rows without ids', [{ n: 1 }, { n: 1 }], [{ n: 1 }, { n: 1 }]],
		['equal rows with one id', [{ id: 1 }, { id: 1 }], [{ id: 1 }]],
	])('may be %s', async (_, tags, expected) => {
		stub.answer(() => ({ json: { tags } }));
		const { items, error } = await pages([{}]);
		expect(error).toBeUndefined();
		expect(jsonOf(items)).toEqual(expected);
	});

	it.each(['Tags', 'tag', 'data.tags'])('are not under %s: that is an error', async (rowsName) => {
		stub.answer(() => ({ json: { tags: ['a'] } }));
		const { error } = await pages([{}], { parameters: { rowsName } });
		expect(shown(error)).toContain(`has no list "${rowsName}"`);
		expect(error?.description).toContain('exactly as in the response');
		expect(stub.requests()).toHaveLength(1);
	});

	it('go on at next_cursor', async () => {
		const byCursor: Record<string, unknown> = {
			'': { tags: ['a'], pagination: { next_cursor: 'c1' } },
			c1: { tags: ['b'], pagination: { next_cursor: 'c2' } },
			c2: { tags: ['c'], pagination: { next_cursor: null } },
		};
		stub.answer(({ path }) => ({
			json: byCursor[new URL(path, 'http://x').searchParams.get('cursor') ?? ''],
		}));
		expect(jsonOf((await pages([{}])).items)).toEqual(['a', 'b', 'c'].map((value) => ({ value })));
	});
});

describe('an id beyond 2^53', () => {
	const ID = '10765432100123456789';
	const one = { to: '+12025550117', body: 'Hi' };
	const raw: INodeParameters = { listNumber: list(), to: one.to, body: one.body };
	const audience = { audienceId: { __rl: true, mode: 'id', value: '1' } };
	const PLACES: Array<[name: string, run: () => ReturnType<typeof request>, response: string]> = [
		['Send', () => sendOf(stub)([one]), `{"message_id":${ID},"status":"queued"}`],
		[
			'Send Raw',
			() => operationOf(stub, { ...raw, resource: 'message', operation: 'sendRaw' })([{}]),
			`{"message_id":${ID}}`,
		],
		[
			'Send and Wait',
			() =>
				operationOf(stub, {
					listNumber: list(),
					to: one.to,
					message: 'Yes?',
					resource: 'message',
					operation: 'sendAndWait',
				})([{}]),
			`{"message_id":${ID}}`,
		],
		[
			'Revenue > Record',
			() =>
				operationOf(stub, {
					resource: 'revenue',
					operation: 'record',
					messageId: 'm',
					revenue: 1,
				})([{}]),
			`{"success":true,"revenue_id":${ID}}`,
		],
		[
			'a wrapped thing',
			() => operationOf(stub, { ...audience, resource: 'audience', operation: 'get' })([{}]),
			`{"audience":{"id":${ID},"name":"x"}}`,
		],
		[
			'rows',
			() => operationOf(stub, { resource: 'list', operation: 'getAll', returnAll: true })([{}]),
			`{"lists":[{"id":${ID},"phone_number":"+1"}]}`,
		],
		['API > Request', () => request([{}]), `{"a":[{"deep":{"id":${ID}}}]}`],
	];

	it.each(PLACES)('is kept digit by digit by %s', async (_, run, response) => {
		stub.answer(() => text(response));
		const { items, error, data } = await run();
		expect(error).toBeUndefined();
		const output = items.length > 0 ? jsonOf(items) : data.resultData;
		expect(JSON.stringify(output)).toContain(`"${ID}"`);
	});

	it('leaves numbers alone that JavaScript can hold', async () => {
		stub.answer(() => text('{"id":9007199254740991,"price":0.1234567890123456789,"big":1e21}'));
		expect(jsonOf((await request([{}])).items)).toEqual([
			{ id: 9007199254740991, price: 0.12345678901234568, big: 1e21 },
		]);
	});
});

describe('the error of a response', () => {
	it.each([
		[{ error: { message: 'Number is wrong' } }, 'Number is wrong (http_400)'],
		[{ error: { message: 'No', details: { to: 'is wrong' } } }, 'No: is wrong (http_400)'],
		[{ error: ['One', 'Two'] }, 'One: Two (http_400)'],
		[{ error: { errors: [{ detail: 'Deep' }] }, code: 'deep' }, 'Deep (deep)'],
		[{ error: 'invalid', message: 'The number is wrong' }, 'The number is wrong (http_400)'],
	])('%j keeps its text', async (json, message) => {
		stub.answer(() => ({ status: 400, json }));
		const { error } = await request([{}]);
		expect(shown(error)).toContain(message);
	});

	it.each<[status: number, body: string, kind: 'rejected' | 'unknown']>([
		[402, '<html><h1>Payment Required</h1></html>', 'rejected'],
		[403, '<!DOCTYPE html><html>Forbidden</html>', 'rejected'],
		[403, 'Access denied by policy', 'rejected'],
		[407, '<html>Proxy Authentication Required</html>', 'rejected'],
		[502, '<html>Bad Gateway</html>', 'unknown'],
		[504, 'upstream request timeout', 'unknown'],
	])('of a proxy (%d, %s) is not told as the word of Trackly', async (status, body, kind) => {
		stub.answer(() => ({ status, text: body, type: 'text/html' }));
		const items = [
			{ to: '+12025550117', body: 'Hi' },
			{ to: '+12025550118', body: 'Hi' },
		];
		const { items: output } = await sendOf(stub)(items, {
			settings: { onError: 'continueRegularOutput' },
		});
		// It is about one request each, so the second is tried too.
		expect(jsonOf(output)).toEqual(
			items.map(() =>
				expect.objectContaining({
					status: kind,
					code: 'proxy_response',
					message: `A web server or proxy responded with HTTP status ${status}`,
				}),
			),
		);
		expect(JSON.stringify(output)).not.toMatch(/suspended|billing|restricted/);
	});

	it.each([
		[401, 'http_401', /paste it into the credential/],
		[413, 'http_413', /Shorten the text/],
	])('%d says what is wrong, whoever sends it', async (status, code, advice) => {
		for (const page of ['', '<html>No</html>']) {
			stub.answer(() => ({ status, text: page, type: 'text/html' }));
			const { error } = await sendOf(stub)([{ to: '+12025550117', body: 'Hi' }]);
			expect(shown(error)).toContain(code);
			expect(error?.description).toMatch(advice);
		}
	});

	it.each<[status: number, code: string]>([
		[402, 'payment_failed'],
		[403, 'email_not_enabled'],
	])('%d (%s) about one thing leaves the others alone', async (status, code) => {
		stub.answer(({ body }) =>
			body.to === '+12025550117'
				? { status, json: { error: 'Not this one', code } }
				: { json: { message_id: 'm', status: 'queued' } },
		);
		const { items } = await sendOf(stub)(
			['+12025550117', '+12025550118'].map((to) => ({ to, body: 'Hi' })),
			{ settings: { onError: 'continueRegularOutput' } },
		);
		expect(items.map(({ json }) => json.status)).toEqual(['rejected', 'queued']);
	});
});

describe('API > Request', () => {
	const query = (...rows: Array<[name: string, value: string]>) => ({
		rows: rows.map(([name, value]) => ({ name, value })),
	});

	it('sends a parameter twice that is given twice', async () => {
		const parameters = { query: query(['tag', 'a'], ['tag', 'b'], ['page', '1']) };
		await request([{}], { parameters });
		expect(stub.requests()[0].path).toBe('/api/v2/things?tag=a&tag=b&page=1');
	});

	it.each([
		['/lists/', '/api/v2/lists'],
		[' /lists/7/ ', '/api/v2/lists/7'],
		['/lists', '/api/v2/lists'],
	])('takes the path %j', async (path, expected) => {
		const { error } = await request([{}], { parameters: { path } });
		expect(error).toBeUndefined();
		expect(stub.requests()[0].path).toBe(expected);
	});

	it.each(['/', '//', '/lists//', '/../', '/lists/../'])('refuses the path %j', async (path) => {
		const { error } = await request([{}], { parameters: { path } });
		expect(shown(error)).toMatch(/^"Path" /);
		expect(stub.requests()).toEqual([]);
	});
});
