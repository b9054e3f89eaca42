import { operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const request = operationOf(stub, { resource: 'api', operation: 'request' });

it.each([
	['GET', {}, undefined],
	['POST', { scheduled_at: 'now' }, { scheduled_at: 'now' }],
	['PATCH', { name: 'Flyer' }, { name: 'Flyer' }],
	['PUT', { name: 'Flyer' }, { name: 'Flyer' }],
	['DELETE', {}, undefined],
])('%s any path with its query and body %j', async (method, body, sent) => {
	stub.answer(() => ({ json: { success: true, data: { id: 'x' } } }));
	const { items } = await request([{}], {
		parameters: {
			method,
			path: '/email/templates/',
			query: { rows: [{ name: 'status', value: 'draft' }] },
			body: JSON.stringify(body),
		},
	});
	expect(items.map(({ json }) => json)).toEqual([{ success: true, data: { id: 'x' } }]);
	expect(stub.requests()).toEqual([
		{ method, path: '/v1/email/templates?status=draft', body: sent ?? {} },
	]);
	const [{ 'idempotency-key': key }] = stub.headers();
	expect(key === undefined).toBe(method === 'GET');
});

it('a write whose response is lost is unknown and not repeated', async () => {
	stub.answer(() => ({ cut: 'rst' }));
	const { error } = await request([{}], { parameters: { method: 'POST', path: '/email/sends' } });
	expect(error?.message).toContain('(outcome_unknown)');
	expect(stub.requests()).toHaveLength(1);
});

it.each([
	['data', (rows: unknown[], next: string | null) => ({ data: rows, next_cursor: next })],
	[
		'data.data',
		(rows: unknown[], next: string | null) => ({ data: { data: rows, next_cursor: next } }),
	],
])('follows pages whose rows are at %s', async (rowsName, page) => {
	stub.answer(({ path }) => ({
		json: path.includes('cursor=') ? page([{ id: 'b' }], null) : page([{ id: 'a' }], 'c1'),
	}));
	const { items } = await request([{}], {
		parameters: { path: '/email/sends', allPages: true, rowsName, returnAll: true },
	});
	expect(items.map(({ json }) => json.id)).toEqual(['a', 'b']);
});

it('an item may be a path of its own', async () => {
	const paths = { parameters: { path: '={{ $json.path }}' } };
	const { items } = await request([{ path: '/brands' }, { path: '/media' }], paths);
	expect(items).toHaveLength(2);
	expect(
		stub
			.requests()
			.map(({ path }) => path)
			.sort(),
	).toEqual(['/v1/brands', '/v1/media']);
});
