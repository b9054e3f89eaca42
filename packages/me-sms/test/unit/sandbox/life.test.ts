import type { Sandbox } from '../../../sandbox';
import { inSeconds, phones, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

const NOON = '2027-02-14T12:00:00Z';
/** Fates by the last two digits, 00 to 06. */
const FATES = ['success', 'failed', 'expired', 'timeout', 'blocked', 'invalid', 'pending'];

describe('the life of a message', () => {
	let sandbox: Sandbox;
	let client: Client;
	let send: Bench['send'];
	let page: Bench['page'];
	// The clock stands still: only the test moves it.
	useBench({ timeScale: 1 }, (bench) => ({ sandbox, client, send, page } = bench));
	beforeEach(() => {
		sandbox.haltClock(true);
		sandbox.setClock(NOON);
	});

	const read = async (uuid: string) => await client.good('GET', `/sms/${uuid}`);
	const states = async (uuid: string) =>
		((await page(uuid)).recipients as Data[]).map(({ status }) => status);

	it('gives each number the fate of its last two digits after five seconds', async () => {
		const uuid = await send({ msisdns: phones(7) });
		sandbox.advanceClock(4.9);
		expect(await states(uuid)).toEqual(Array(7).fill('pending'));
		sandbox.advanceClock(0.1);
		expect(await states(uuid)).toEqual(FATES);
		sandbox.advanceClock(86_400);
		expect(await states(uuid)).toEqual(FATES);
		expect(await read(uuid)).toMatchObject({ status: 'pending', drSummary: null });
	});

	it('delivers all others within 1 to 30 seconds, at times that a seed decides', async () => {
		const uuid = await send({ msisdns: phones(93, 812_345_607) });
		const delivered: number[] = [];
		for (let second = 0; second <= 30; second++) {
			const now = await states(uuid);
			delivered.push(now.filter((state) => state === 'success').length);
			sandbox.advanceClock(1);
		}
		expect(delivered[0]).toBe(0);
		expect(delivered[30]).toBe(93);
		expect(new Set(delivered).size).toBeGreaterThan(15);
		expect(delivered).toEqual([...delivered].sort((one, other) => one - other));
	});

	it('takes as long as a setting says', async () => {
		sandbox.setSettings({ slowestSeconds: 1_200, fateSeconds: 600 });
		const uuid = await send({ msisdns: phones(100) });
		sandbox.advanceClock(599);
		const early = (await states(uuid)).filter((state) => state === 'success').length;
		expect(early).toBeGreaterThan(20);
		expect(early).toBeLessThan(75);
		sandbox.advanceClock(601);
		expect((await states(uuid)).filter((state) => state === 'pending')).toHaveLength(1);
	});

	it.each([
		['sent', phones(3), { success: 1, failed: 1, expired: 1 }],
		['failed', phones(2, 812_345_601), { failed: 1, expired: 1 }],
	])('is %s once no recipient is pending', async (status, msisdns, drSummary) => {
		const uuid = await send({ msisdns });
		expect(await read(uuid)).toMatchObject({ status: 'pending', drSummary: null });
		sandbox.advanceClock(5);
		expect(await read(uuid)).toMatchObject({ status, drSummary });
	});

	it('waits for its time, starts by the clock, and is not late when the clock jumps', async () => {
		const uuid = await send({ scheduledTime: '2027-02-14T20:00:00+07:00', msisdns: phones(1) });
		expect(await read(uuid)).toMatchObject({
			status: 'scheduled',
			scheduledTime: '2027-02-14T13:00:00.000Z',
		});
		expect(sandbox.status()).toMatchObject({ scheduled: 1, idle: true });
		sandbox.setClock('2027-02-14T12:59:59.999Z');
		expect(await read(uuid)).toMatchObject({ status: 'scheduled' });
		expect(sandbox.journal().summary().texts).toBe(0);
		sandbox.setClock('2027-02-14T13:00:00Z');
		expect(sandbox.journal().summary().texts).toBe(1);
		expect(await read(uuid)).toMatchObject({ status: 'pending' });
		sandbox.setClock('2027-02-14T13:00:05Z');
		expect(await read(uuid)).toMatchObject({ status: 'sent' });
		const [row] = (await page(uuid)).recipients as Data[];
		expect(row.updatedAt).toBe('2027-02-14T13:00:05.000Z');
	});

	it('lists messages newest first, by state, in pages', async () => {
		const first = await send();
		const planned = await send({ scheduledTime: '2027-02-15T00:00:00Z' });
		const cancelled = await send({ scheduledTime: '2027-02-15T00:00:00Z' });
		await client.good('POST', `/sms/${cancelled}/cancel`);
		const list = async (query: string) => {
			const { messages, total } = await client.good('GET', `/sms${query}`);
			return [total, ...(messages as Data[]).map(({ uuid }) => uuid)];
		};
		expect(await list('')).toEqual([3, cancelled, planned, first]);
		expect(await list('?status=scheduled')).toEqual([1, planned]);
		expect(await list('?status=cancelled')).toEqual([1, cancelled]);
		expect(await list('?page=2&limit=2')).toEqual([3, first]);
		sandbox.setSwitches({ messagePages: 'ignored' });
		expect(await list('?page=2&limit=2')).toEqual([3, cancelled, planned]);
		expect(await client.refusal('GET', '/sms?status=gone')).toBe('400 -');
	});
});

describe('a message on a running clock', () => {
	let bench: Bench;
	useBench({}, (each) => (bench = each));

	it('starts and ends without anybody asking', async () => {
		const { sandbox, send } = bench;
		await send({ scheduledTime: inSeconds(0.1), msisdns: phones(7) });
		const { journal } = sandbox;
		while (journal().summary().texts === 0) await new Promise(setImmediate);
		await sandbox.whenIdle();
		const [message] = sandbox.messages();
		expect(message.counts).toEqual(Object.fromEntries(FATES.map((fate) => [fate, 1])));
	});
});
