import type { Sandbox } from '../../../sandbox';
import { phones, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

describe('the control API', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	useBench({}, (bench) => ({ sandbox, client, send } = bench));

	async function control(method: string, route: string, body?: unknown): Promise<Data> {
		const response = await fetch(`${sandbox.url}/_sandbox${route}`, {
			method,
			...(body !== undefined && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		return (await response.json()) as Data;
	}

	it('halts, sets and advances the clock', async () => {
		await control('POST', '/clock/halt', { halted: true });
		expect(await control('POST', '/clock', { now: '2027-02-14T12:00:00Z' })).toEqual({
			now: '2027-02-14T12:00:00.000Z',
		});
		expect(await control('POST', '/clock', { advanceSeconds: 90 })).toEqual({
			now: '2027-02-14T12:01:30.000Z',
		});
		expect(await control('POST', '/clock', { now: 'noon' })).toHaveProperty('error');
		expect(await control('POST', '/clock', {})).toHaveProperty('error');
		await control('POST', '/clock/halt', { halted: false });
		expect(sandbox.now() >= '2027-02-14T12:01:30.000Z').toBe(true);
	});

	it('sets credits, settings, senders, groups and templates', async () => {
		expect(await control('POST', '/credits', { balance: 5 })).toMatchObject({ balance: 5 });
		expect(await control('POST', '/settings', { pageSize: 2 })).toMatchObject({ pageSize: 2 });
		await control('POST', '/senders', { name: 'NEW', status: 'pending' });
		expect(sandbox.senders().at(-1)).toMatchObject({
			name: 'NEW',
			status: 'pending',
			shared: false,
		});
		await control('POST', '/senders', { name: 'NEW', status: 'approved' });
		await control('POST', '/groups', { id: 77, numbers: 4 });
		await control('POST', '/templates', { id: 77, text: 'Hi {{name}}' });
		await send({
			sender: 'NEW',
			content: undefined,
			templateId: 77,
			variables: { name: 'Mali' },
			msisdns: undefined,
			contactGroupId: 77,
		});
		expect(sandbox.credits()).toMatchObject({ balance: 1, charged: 4 });
		expect(await control('DELETE', '/senders/NEW')).toEqual({ removed: true });
		expect(await control('GET', '/keys')).toMatchObject({ full: sandbox.apiKey });
		expect(await control('POST', '/switches', { paths: 'moved' })).toMatchObject({
			paths: 'moved',
		});
	});

	it('reports messages, the journal and its totals', async () => {
		const uuid = await send({ msisdns: phones(3) });
		expect(await control('GET', '/messages')).toMatchObject({ messages: [{ uuid, numbers: 3 }] });
		expect(await control('GET', `/messages/${uuid}/numbers`)).toEqual({ numbers: phones(3) });
		expect(await control('GET', '/messages/none/numbers')).toHaveProperty('error');
		expect(await control('GET', '/journal')).toMatchObject({ texts: 3, maxSendRecords: 3 });
		expect(await control('GET', '/visits')).toEqual({ visits: [] });
	});

	it('puts messages of any size in, of the same numbers for the same value', async () => {
		const { uuid } = await control('POST', '/messages', { numbers: 5_000, numbersFrom: 3 });
		await sandbox.whenIdle();
		const [{ counts }] = sandbox.messages();
		expect(counts).toEqual({
			pending: 50,
			success: 4_700,
			failed: 50,
			invalid: 50,
			blocked: 50,
			expired: 50,
			timeout: 50,
		});
		const rows = async (id: unknown) =>
			((await client.good('GET', `/sms/${String(id)}/recipients`)).recipients as Data[]).map(
				({ msisdn }) => msisdn,
			);
		const again = sandbox.addMessage({ numbers: 5_000, numbersFrom: 3 });
		expect(await rows(again)).toEqual(await rows(uuid));
		expect(await rows(sandbox.addMessage({ numbers: 5_000 }))).not.toEqual(await rows(uuid));
	});

	it('has no webhooks and no replies', async () => {
		expect(await control('GET', '/page')).toMatchObject({
			takesReplies: false,
			postsEvents: false,
		});
		const url = `${sandbox.url}/_sandbox/webhooks`;
		expect((await fetch(url)).status).toBe(404);
	});

	it('shows the first hundred phones of a message and what becomes of its texts', async () => {
		await send({ msisdns: phones(300) });
		await sandbox.whenIdle();
		const shown = async () => {
			const { total, unread } = await control('GET', '/phones');
			return [total, unread];
		};
		while ((await shown())[1] !== 94) await new Promise(setImmediate);
		expect(await shown()).toEqual([100, 94]);
		const { bubbles } = await control('GET', '/phones/66812345601');
		expect(bubbles).toMatchObject([
			{ sender: 'TEAHOUSE', delivery: { state: 'failed', look: 'lost' } },
		]);
	});

	it('forgets everything at a reset', async () => {
		await send();
		sandbox.setSwitches({ bodies: 'data' });
		sandbox.reset();
		expect(sandbox.messages()).toEqual([]);
		expect(sandbox.status()).toMatchObject({ balance: 18_250, switches: { bodies: 'flat' } });
	});
});
