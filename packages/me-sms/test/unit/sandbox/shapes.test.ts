import type { Switches } from '../../../sandbox';
import { phones, useBench } from './bench';
import type { Bench } from './bench';

const dry = { dryRun: true, msisdns: phones(2) };

describe('the shapes of responses', () => {
	let bench: Bench;
	useBench({}, (each) => (bench = each));

	it.each<[Partial<Switches>, object, object]>([
		[{}, { credits: 2, parts: 1 }, { balance: 18_250 }],
		[{ names: 'second' }, { cost: 2, messageParts: 1, total: 2 }, { credits: 18_250 }],
		[{ names: 'third' }, { totalCredits: 2, messageParts: 1 }, { credit: 18_250 }],
		[{ names: 'fourth' }, { totalCredits: 2 }, { remaining: 18_250 }],
		[{ bodies: 'data' }, { data: { credits: 2, parts: 1 } }, { data: { balance: 18_250 } }],
		[{ bodies: 'data', names: 'second' }, { data: { credits: 2 } }, { data: { credits: 18_250 } }],
	])('name fields as %j says', async (switches, cost, balance) => {
		bench.sandbox.setSwitches(switches);
		const { client } = bench;
		const body = { sender: 'TEAHOUSE', content: 'Hi', ...dry };
		expect(await client.good('POST', '/sms/send', body)).toMatchObject(cost);
		expect(await client.good('GET', '/credits')).toMatchObject(balance);
	});

	it.each<[Partial<Switches>, string[]]>([
		[{}, ['recipients', 'messages', 'senders']],
		[{ rows: 'data' }, ['data', 'data', 'data']],
		[{ rows: 'items' }, ['items', 'items', 'items']],
		[{ rows: 'sms' }, ['recipients', 'sms', 'senders']],
		[{ rows: 'data', bodies: 'data' }, ['data', 'data', 'data']],
		[{ rows: 'items', bodies: 'data' }, ['data.items', 'data.items', 'data.items']],
	])('name rows as %j says', async (switches, names) => {
		bench.sandbox.setSwitches(switches);
		const uuid = bench.sandbox.addMessage({ numbers: 1 });
		const routes = [`/sms/${uuid}/recipients?after=0`, '/sms', '/senders'];
		for (const [index, route] of routes.entries()) {
			const body = await bench.client.good('GET', route);
			expect(body).toHaveProperty(names[index], expect.any(Array));
		}
	});

	it.each([
		[
			'list',
			[
				{ status: 'success', count: 1 },
				{ status: 'failed', count: 1 },
			],
		],
		[
			'total',
			[
				{ status: 'success', total: 1 },
				{ status: 'failed', total: 1 },
			],
		],
		[
			'_count',
			[
				{ status: 'success', _count: 1 },
				{ status: 'failed', _count: 1 },
			],
		],
		['map', { success: 1, failed: 1 }],
	] as const)('count states as a %s', async (form, counts) => {
		bench.sandbox.setSwitches({ summary: form, drSummary: form });
		const uuid = await bench.send({ msisdns: phones(2) });
		await bench.sandbox.whenIdle();
		expect(await bench.page(uuid)).toMatchObject({ summary: counts });
		expect(await bench.client.good('GET', `/sms/${uuid}`)).toMatchObject({ drSummary: counts });
	});

	it('leave an early drSummary out where a switch says so', async () => {
		bench.sandbox.haltClock(true);
		const uuid = await bench.send();
		expect(await bench.client.good('GET', `/sms/${uuid}`)).toMatchObject({ drSummary: null });
		bench.sandbox.setSwitches({ earlySummary: 'missing' });
		expect(await bench.client.good('GET', `/sms/${uuid}`)).not.toHaveProperty('drSummary');
	});

	it.each(['flat', 'data'] as const)('may say nothing of what was sent: %s', async (bodies) => {
		bench.sandbox.setSwitches({ sendResult: 'nothing', bodies });
		const body = { sender: 'TEAHOUSE', content: 'Hi', msisdns: phones(1) };
		const answer = await bench.client.good('POST', '/sms/send', body);
		expect(JSON.stringify(answer)).not.toContain('uuid');
		expect(bench.sandbox.messages()).toHaveLength(1);
	});
});
