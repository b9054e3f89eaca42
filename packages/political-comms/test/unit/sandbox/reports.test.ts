import type { Sandbox } from '../../../sandbox';
import { PAST, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

describe('reports', () => {
	let sandbox: Sandbox;
	let client: Client;
	let list: Bench['list'];
	let project: Bench['project'];
	useBench({}, (bench) => ({ sandbox, client, list, project } = bench));
	beforeEach(async () => {
		sandbox.setOutcomes([{ endsWith: '0164', status: 'failed' }]);
		const listId = await list();
		await client.good('POST', `/contact-lists/${listId}/analyze`);
		await sandbox.whenIdle();
		const id = await project(listId);
		await client.good('POST', `/projects/${id}/schedule`, PAST);
		await sandbox.whenIdle();
		sandbox.answer('+12025550117', '+12025550142', 'Yes');
	});

	const today = new Date().toISOString().slice(0, 10);
	const days = `startDate=${today}&endDate=${today}`;
	const read = async (route: string) => await client.good('GET', `${route}?${days}`);

	it('count messages in both forms', async () => {
		expect(await read('/messages/stats')).toMatchObject({
			totals: { delivered: { count: 2, totalCost: 0.04 }, failed: { count: 1, totalCost: 0 } },
			summary: { totalMessages: 4, projectCount: 1 },
			deliveryRates: { totalMessages: 3, deliveryRate: 66.7 },
		});
		sandbox.setSwitches({ generation: 'docs' });
		const totals = { sent: 3, delivered: 2, undeliverable: 1, replies: 1, opt_outs: 0 };
		expect(await read('/messages/stats')).toEqual({
			id: undefined,
			totals,
			daily: [{ date: today, ...totals }],
		});
	});

	it('bill in both forms, with charges of either sign', async () => {
		expect(await read('/ledger/usage')).toMatchObject({
			totalUsageAmount: -0.06,
			serviceTotals: { sms: 2, carrier_lookup: 3 },
			organizations: [{ organizationId: 'org_7QK2' }, { organizationId: 'org_8RL3', usage: [] }],
		});
		sandbox.setSwitches({ generation: 'docs' });
		expect(await read('/ledger/usage')).toMatchObject({
			organization_id: 'org_7QK2',
			totals: { messages_sent: 2, sms_charges: 0.04, carrier_lookup_charges: 0.02 },
		});
	});

	it('bill by the organization that caused it', async () => {
		expect(await read('/ledger/usage/by-initiator')).toMatchObject({
			initiators: [{ initiatingOrganizationId: 'org_7QK2', totalAmount: -0.06 }],
		});
		const route = `/ledger/usage/by-initiator?${days}`;
		const { data } = await client.call('GET', route, { key: sandbox.keys().childOnly });
		expect(data).toMatchObject({ initiators: [], totalAmount: 0 });
	});

	it('page the statistics of projects by offset', async () => {
		const listId = ((await client.good('GET', '/contact-lists')) as unknown as Data[])[0].id ?? '';
		await project(listId, { name: 'Second' });
		const page = async (query: string) =>
			await client.good('GET', `/projects/stats?${days}&${query}`);
		expect(await page('limit=1')).toMatchObject({
			projects: [{ status: 'completed', messages_sent: 3, actual_cost: '0.0400' }],
			pagination: { limit: 1, offset: 0, totalCount: 2, hasMore: true },
		});
		expect(await page('limit=1&offset=1')).toMatchObject({
			projects: [{ name: 'Second' }],
			pagination: { hasMore: false },
		});
		expect(await page('status=draft')).toMatchObject({ pagination: { totalCount: 1 } });
	});
});
