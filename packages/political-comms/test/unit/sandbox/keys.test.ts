import type { Sandbox } from '../../../sandbox';
import { useBench } from './bench';
import type { Client, Data } from './client';

describe('keys of the account', () => {
	let sandbox: Sandbox;
	let client: Client;
	useBench({}, (bench) => ({ sandbox, client } = bench));

	const body = (organization_id?: string) => ({
		source_url: 'http://127.0.0.1:9/none.csv',
		list_name: 'List',
		phone_column: 'Phone',
		organization_id,
	});

	it.each([
		['no key', '', 401, 'INVALID_API_KEY'],
		['an unknown key', 'pc_live_unknown', 401, 'INVALID_API_KEY'],
		['a revoked key', 'pc_live_sandbox_revoked', 401, 'INVALID_API_KEY'],
	])('refuses %s', async (_, key, status, code) => {
		expect(await client.refusal('GET', '/brands', undefined, key)).toBe(`${status} ${code}`);
	});

	it('lets a key without the scope read and not write', async () => {
		const key = sandbox.keys().withoutScope;
		expect((await client.call('GET', '/brands', { key })).status).toBe(200);
		expect(await client.refusal('POST', '/contact-lists/import', body(), key)).toBe(
			'403 PERMISSION_DENIED',
		);
		expect(sandbox.effects()).toEqual([]);
	});

	it.each([
		[
			'sdk',
			{ error: expect.any(String), code: 'INVALID_API_KEY', correlationId: expect.any(String) },
		],
		[
			'docs',
			{ success: false, error: expect.any(String), code: 'INVALID_API_KEY', statusCode: 401 },
		],
	] as const)('writes errors in the form of %s', async (generation, form) => {
		sandbox.setSwitches({ generation });
		expect((await client.call('GET', '/brands', { key: 'none' })).body).toEqual(form);
	});

	it('writes errors of the key in the form of the layer before the API', async () => {
		sandbox.setSwitches({ authErrors: 'layer' });
		expect(await client.call('GET', '/brands', { key: 'none' })).toMatchObject({
			status: 401,
			body: { error: 'Unauthorized', message: 'The key is missing, malformed or revoked' },
		});
		const key = sandbox.keys().withoutScope;
		const { body: refused } = await client.call('POST', '/projects', { key, body: {} });
		expect(refused).toEqual({ error: 'Forbidden', message: expect.any(String) });
	});

	it('shows a key its own branch of the tree only', async () => {
		const all = (await client.good('GET', '/organizations')) as unknown as Data[];
		expect(all.map(({ id }) => id)).toEqual(['org_7QK2', 'org_8RL3']);
		const key = sandbox.keys().childOnly;
		const { data } = await client.call('GET', '/organizations', { key });
		expect(data).toMatchObject([{ id: 'org_8RL3', parent_org_name: null }]);
		const route = '/brands?organization_id=org_7QK2';
		expect(await client.refusal('GET', route, undefined, key)).toBe('403 ORG_ACCESS_DENIED');
	});

	it.each([
		['GET', '/hierarchy?organizationId=org_5BW9', undefined],
		['GET', '/phone-numbers?organization_id=org_5BW9', undefined],
		['GET', '/projects?organization_id=org_none', undefined],
		['POST', '/contact-lists/import', body('org_5BW9')],
	])('refuses another tree: %s %s', async (method, route, sent) => {
		expect(await client.refusal(method, route, sent)).toBe('403 ORG_ACCESS_DENIED');
	});

	it('shows the tree with brands and campaigns', async () => {
		expect(await client.good('GET', '/hierarchy')).toMatchObject({
			brands: [{ id: 'brd_3M8D', campaigns: [{ id: 'cmp_9T4X' }] }, { id: 'brd_4N9E' }],
			childOrganizations: [{ id: 'org_8RL3', parentId: 'org_7QK2' }],
		});
	});
});
