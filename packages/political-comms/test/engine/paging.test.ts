import type { INodeParameters } from 'n8n-workflow';

import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const idsOf = async (resource: string, operation: string, parameters: INodeParameters) => {
	const run = operationOf(stub, { resource, operation, ...parameters });
	const { items, error } = await run([{}]);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json.id);
};

const query = (path: string) => new URL(path, 'http://x').searchParams;

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => n + from);

/** 450 rows in pages of at most 200, each page naming the next. */
function byCursor(nameOfId: string) {
	stub.answer(({ path }) => {
		const from = Number(query(path).get('cursor') ?? 0);
		const to = Math.min(450, from + Number(query(path).get('limit') ?? 50));
		return {
			json: {
				success: true,
				data: {
					data: range(from, to).map((n) => ({ [nameOfId]: `row_${n}` })),
					has_more: to < 450,
					next_cursor: to < 450 ? String(to) : null,
				},
			},
		};
	});
}

describe('conversations and messages follow the cursor', () => {
	it.each([
		['getAll', 'conversation_id', {}],
		['getMessages', 'message_id', { conversationId: id('cnv_6Y3L') }],
	])('%s to its end', async (operation, nameOfId, parameters) => {
		byCursor(nameOfId);
		const all = { ...parameters, returnAll: true };
		expect(await idsOf('conversation', operation, all)).toEqual(
			range(0, 450).map((n) => `row_${n}`),
		);
		expect(stub.requests()).toHaveLength(3);
	});

	it('up to the limit, with no page more than that takes', async () => {
		byCursor('conversation_id');
		expect(await idsOf('conversation', 'getAll', { limit: 210 })).toHaveLength(210);
		expect(stub.requests().map(({ path }) => query(path).get('limit'))).toEqual(['200', '200']);
	});
});

it('project stats are read from place to place', async () => {
	stub.answer(({ path }) => {
		const from = Number(query(path).get('offset'));
		const to = Math.min(2_300, from + Number(query(path).get('limit')));
		const projects = range(from, to).map((n) => ({ id: `prj_${n}` }));
		return {
			json: { data: { projects, pagination: { totalCount: 2_300, hasMore: to < 2_300 } } },
		};
	});
	const days = { startDate: '2026-10-01', endDate: '2026-10-31', returnAll: true };
	expect(await idsOf('project', 'getAllStats', days)).toHaveLength(2_300);
	expect(stub.requests().map(({ path }) => query(path).get('offset'))).toEqual([
		'0',
		'1000',
		'2000',
	]);
});

it('a plain list is taken whole and cut to the limit, without a parameter for it', async () => {
	const data = range(0, 80).map((n) => ({ id: `brd_${n}` }));
	stub.answer(() => ({ json: { success: true, data } }));
	expect(await idsOf('brand', 'getAll', { limit: 60 })).toHaveLength(60);
	expect(await idsOf('brand', 'getAll', { returnAll: true })).toHaveLength(80);
	expect(stub.requests().map(({ path }) => path)).toEqual(['/v1/brands', '/v1/brands']);
});

it.each([
	[
		'phoneNumber',
		{ brandId: id('brd_1'), campaignId: id('cmp_1'), channel: '10dlc', ownerType: 'campaign' },
		'/v1/phone-numbers?brand_id=brd_1&campaign_id=cmp_1&channel=10dlc&owner_type=campaign',
	],
	[
		'tollFreeVerification',
		{ organizationId: id('org_1'), status: 'In Progress' },
		'/v1/toll-free-verifications?organization_id=org_1&status=In+Progress',
	],
	['project', { type: 'survey' }, '/v1/projects?type=survey'],
	['contactList', { brandId: id('brd_1') }, '/v1/contact-lists?brand_id=brd_1'],
	['campaign', { brandId: id('brd_1') }, '/v1/campaigns?brand_id=brd_1'],
	[
		'conversation',
		{ projectId: id('prj_1'), includeTest: true },
		'/v1/conversations?project_id=prj_1&include_test=true&limit=50',
	],
] as Array<[string, INodeParameters, string]>)(
	'%s getAll asks by its filters %j',
	async (resource, filters, path) => {
		await idsOf(resource, 'getAll', { filters });
		expect(stub.requests().map((request) => request.path)).toEqual([path]);
	},
);
