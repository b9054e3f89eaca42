import type { Sandbox } from '../../../sandbox/trackly';
import { nextDue } from '../../../sandbox/trackly/campaigns/due';
import { SEEDED_SCHEDULES } from '../../../sandbox/trackly/catalogue/schedules';
import { useSandbox } from './bench';
import { type Client, VIP } from './client';

const REGULARS = '66b0c61fe19a3f7708d5b1c9';
const NOOR = '+12025550111';
const KWAME = '+12025550114';

const past = (more: object = {}) => ({
	name: 'Sampler launch',
	status: 'on',
	send_type: 'blast',
	audiences: [REGULARS],
	is_repeating: false,
	send_date: '2026-05-04T00:00:00Z',
	send_time: '18:00',
	blasts: [{ message: 'Out now', percent_audience: 100 }],
	...more,
});

describe('campaigns', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0.001 }, (bench) => ({ sandbox, client } = bench));
	const create = async (body: object) =>
		(await client.ok('POST', '/schedules', body)).schedule as { id: string; status: string };
	const status = async (id: string) => (await client.ok('GET', `/schedules/${id}`)).status;
	const texts = async () => {
		await sandbox.whenIdle();
		return sandbox.journal().texts();
	};

	it('text each person of the audience once and are complete', async () => {
		const { id, status: answered } = await create(past({ audiences: [REGULARS, 'aud_gold'] }));
		expect(answered).toBe('on');
		expect(await status(id)).toBe('complete');
		const received = await texts();
		expect(received.map(({ phone }) => phone).sort()).toEqual([
			NOOR,
			'+12025550112',
			'+12025550113',
			KWAME,
		]);
	});

	it('text nobody as a draft, when off or before their time', async () => {
		await create(past({ status: 'draft' }));
		await create(past({ status: 'off' }));
		const { id } = await create(past({ send_date: '2090-05-04' }));
		expect(await texts()).toEqual([]);
		expect(await status(id)).toBe('on');
	});

	it('start when a draft is switched on', async () => {
		const { id } = await create(past({ status: 'draft' }));
		await client.ok('PUT', `/schedules/${id}`, { status: 'on' });
		expect(await texts()).toHaveLength(3);
	});

	it('stay on their source lists and skip people texted a while ago', async () => {
		await client.ok('POST', '/send', { to: KWAME, list_number: VIP, body: 'Hello' });
		await texts();
		sandbox.journal().clear();
		await create(past({ audiences: ['aud_gold'], source_lists: [8], skip_within_hours: 12 }));
		expect(await texts()).toMatchObject([{ phone: NOOR, sender: VIP }]);
	});

	it('share the audience among their blasts', async () => {
		const blast = (message: string, percent_audience: number) => ({ message, percent_audience });
		await create(past({ blasts: [blast('Short', 67), blast('Long', 33)] }));
		const received = (await texts()).map(({ text }) => text);
		expect(received.sort()).toEqual(['Long', 'Short', 'Short']);
	});

	it('give each recipient a short link', async () => {
		const offer_links = [{ key: 'link1', offer_id: 'offer_123', url_params: { utm: 'a b' } }];
		const blasts = [{ message: 'Come {{link1}} {{link2}}', offer_links, percent_audience: 100 }];
		await create(past({ blasts }));
		const noor = (await texts()).find(({ phone }) => phone === NOOR);
		expect(sandbox.links()).toHaveLength(3);
		const link = sandbox.links().find(({ contactPhone }) => contactPhone === NOOR);
		expect(link?.destinationUrl).toBe('https://go.example.net/c?o=77&name=Noor&utm=a%20b');
		expect(noor?.text).toBe(`Come https://go.harbortea.example/${link?.id} {{link2}}`);
	});

	it.each([
		['2026-04-02T12:00:00Z', '2026-04-03T17:15:00.000Z'],
		['2026-04-03T17:14:59Z', '2026-04-03T17:15:00.000Z'],
		['2026-04-03T17:15:00Z', '2026-04-10T17:15:00.000Z'],
		['2020-01-01T00:00:00Z', '2026-04-03T17:15:00.000Z'],
		['2036-01-01T00:00:00Z', undefined],
	])('that repeat on Fridays are due after %s at %s', (now, due) => {
		expect(nextDue(SEEDED_SCHEDULES[0], new Date(now))?.toISOString()).toBe(due);
	});

	it.each([
		{ is_repeating: false, send_date: '2026-06-31' },
		{ start_date: '2026-13-01' },
		{ end_date: '2026-06-31' },
	])('are never due on a day that does not exist: %j', (dates) => {
		const now = new Date('2026-06-01T00:00:00Z');
		expect(nextDue({ ...SEEDED_SCHEDULES[0], ...dates }, now)).toBeUndefined();
	});
});
