import type { Sandbox } from '../../../sandbox';
import { ORG, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

const PAST = { scheduled_at: '2026-01-01T09:00:00Z', scheduled_timezone: 'America/Chicago' };
/** So many numbers of one area. */
const phones = (count: number, area = '202') =>
	Array.from({ length: count }, (_, n) => `+1${area}555${String(n).padStart(4, '0')}`);
const csvOf = (numbers: readonly string[]) =>
	`Mobile,First\n${numbers.map((each) => `${each},Noor\n`).join('')}`;

describe('the life of a project', () => {
	let sandbox: Sandbox;
	let client: Client;
	let list: Bench['list'];
	let project: Bench['project'];
	useBench({}, (bench) => ({ sandbox, client, list, project } = bench));

	const read = async (id: string) => await client.good('GET', `/projects/${id}`);
	const schedule = async (id: string, when: object = PAST) =>
		await client.good('POST', `/projects/${id}/schedule`, when);
	const texts = () => sandbox.journal().summary().texts;

	it('goes from draft through test and schedule to completed', async () => {
		const listId = await list();
		const id = await project(listId, { contact_list_ids: undefined });
		expect(await read(id)).toMatchObject({ status: 'draft', total_recipients: 0 });
		const contact = { test_contacts: [{ phone: '+12025550199' }] };
		expect(await client.refusal('POST', `/projects/${id}/test`, contact)).toBe('409 -');
		expect(await client.refusal('POST', `/projects/${id}/schedule`, PAST)).toBe('409 -');
		const changed = await client.good('PATCH', `/projects/${id}`, { contact_list_ids: [listId] });
		expect(changed).toMatchObject({
			status: 'awaiting_test',
			total_recipients: 3,
			estimated_cost_cents: 6,
		});
		await client.good('POST', `/projects/${id}/test`, contact);
		expect(await schedule(id)).toMatchObject({
			status: 'scheduled',
			scheduled_at: '2026-01-01T09:00:00.000Z',
			daily_cap_bypass: false,
		});
		const seen = new Set<string>();
		for (
			let { status = '' } = await read(id);
			status !== 'completed';
			{ status = '' } = await read(id)
		) {
			seen.add(status);
		}
		expect([...seen].every((status) => /scheduled|compiling|sending/.test(status))).toBe(true);
		await sandbox.whenIdle();
		expect(texts()).toBe(4);
		expect(await client.refusal('PATCH', `/projects/${id}`, { name: 'Late' })).toBe('409 -');
	});

	it('fills tags, adds the footer, and counts tests apart', async () => {
		const id = await project(await list(), {
			message_text: 'Hi {first_name}, {nickname|there}: {zip}!',
		});
		await client.good('POST', `/projects/${id}/test`, {
			test_contacts: [{ phone: '+12025550199', merge_values: { zip: '80202' } }],
		});
		await schedule(id);
		await sandbox.whenIdle();
		const textTo = (phone: string) => sandbox.journal().texts(phone)[0].text;
		expect(textTo('+12025550117')).toBe('Hi Noor, there: ! STOP=END');
		expect(textTo('+12025550199')).toBe('Hi Friend, there: 80202! STOP=END');
		expect(await client.good('GET', `/projects/${id}/stats`)).toMatchObject({
			status: 'completed',
			metrics: { sent: 3, delivered: 3, undeliverable: 0, replies: 0, opt_outs: 0 },
			test: { sent: 0, delivered: 1, failed: 0 },
		});
	});

	it('leaves out suppressed and opted-out contacts, and texts each once', async () => {
		const all = await list(csvOf(['+12025550117', '+12025550118', '+12025550119']));
		const some = await list(csvOf(['+12025550118', '+12025550120']));
		const out = await list(csvOf(['+12025550120']));
		sandbox.setOptedOut(ORG, '+12025550119');
		const id = await project(all, { contact_list_ids: [all, some], suppression_list_ids: [out] });
		expect(await read(id)).toMatchObject({ total_recipients: 2 });
		await schedule(id);
		await sandbox.whenIdle();
		const received = sandbox
			.journal()
			.texts()
			.map(({ phone }) => phone);
		expect(received.sort()).toEqual(['+12025550117', '+12025550118']);
	});

	it('reports what was not delivered, with its code', async () => {
		sandbox.setOutcomes([{ endsWith: '0117', status: 'failed', errorCode: '012' }]);
		const id = await project(await list());
		await schedule(id);
		await sandbox.whenIdle();
		expect(await client.good('GET', `/projects/${id}/stats`)).toMatchObject({
			metrics: { sent: 3, delivered: 2, undeliverable: 1 },
		});
		expect(sandbox.settings().balanceCents).toBe(1_000_000 - 4);
	});

	it('waits for its moment and can be taken off the schedule until then', async () => {
		const id = await project(await list());
		const when = {
			...PAST,
			scheduled_at: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
		};
		await schedule(id, when);
		expect(sandbox.status().idle).toBe(true);
		for (const times of [1, 2]) {
			expect(await client.good('POST', `/projects/${id}/unschedule`)).toMatchObject({
				status: 'awaiting_test',
			});
			expect(sandbox.effects('project_unscheduled')).toHaveLength(1);
			expect(times).toBeLessThan(3);
		}
		expect(texts()).toBe(0);
	});

	it('starts when the clock of the account is set to its moment', async () => {
		const id = await project(await list());
		await schedule(id, { ...PAST, scheduled_at: '2040-01-01T18:00:00Z' });
		expect(sandbox.status()).toMatchObject({ scheduled: 1, idle: true });
		sandbox.setClock('2040-01-01T18:00:00Z');
		await sandbox.whenIdle();
		expect(await read(id)).toMatchObject({ status: 'completed' });
		expect(texts()).toBe(3);
	});

	it.each([
		['quiet_hours', true],
		['carrier_block_rate', true],
		['manual', false],
		['Ask Dana first', true],
	])('pauses for %s and goes on when scheduled again', async (reason, auto_paused) => {
		const id = await project(await list());
		await schedule(id);
		sandbox.pauseProject(id, reason);
		expect(await read(id)).toMatchObject({ status: 'paused', pause_reason: reason, auto_paused });
		await schedule(id);
		await sandbox.whenIdle();
		expect(await read(id)).toMatchObject({ status: 'completed', pause_reason: null });
		expect(texts()).toBe(3);
		expect(sandbox.journal().summary().duplicates).toBe(0);
	});

	it('pauses at the end of the sending window and texts nobody twice after it', async () => {
		sandbox.setSwitches({ quietHours: true });
		sandbox.setSettings({ textsPerSecond: 10 });
		const id = await project(await list(csvOf(phones(50, '303'))));
		// 21:59:52 in Denver; texts go out from 21:59:57 on, ten a second.
		sandbox.setClock('2026-10-21T03:59:00Z');
		await schedule(id, { ...PAST, scheduled_at: '2026-10-21T03:59:52Z' });
		while ((await read(id)).status !== 'paused');
		await sandbox.whenIdle();
		expect(await read(id)).toMatchObject({ pause_reason: 'quiet_hours', auto_paused: true });
		expect(texts()).toBe(30);
		sandbox.setClock('2026-10-21T14:00:00Z');
		await schedule(id, { ...PAST, scheduled_at: '2026-10-21T14:00:00Z' });
		while ((await read(id)).status !== 'completed');
		await sandbox.whenIdle();
		expect(texts()).toBe(50);
		expect(sandbox.journal().summary().duplicates).toBe(0);
	});

	it('pauses when the funds run out in the middle', async () => {
		sandbox.setSettings({ textsPerSecond: 1 });
		const id = await project(await list(csvOf(phones(40))));
		await schedule(id);
		sandbox.setSettings({ balanceCents: 10 });
		while ((await read(id)).status !== 'paused');
		expect(await read(id)).toMatchObject({
			pause_reason: 'insufficient_funds_auto_recharge_failed',
		});
		await sandbox.whenIdle();
		expect(texts()).toBeLessThan(40);
		expect(await client.refusal('POST', `/projects/${id}/schedule`, PAST)).toBe(
			'402 INSUFFICIENT_BALANCE',
		);
	});

	it('pauses at the daily cap of its campaign, unless it is to run past it', async () => {
		const metered = {
			brand_id: 'brd_4N9E',
			campaign_id: 'cmp_0U5Y',
			phone_number_ids: ['num_8Z4F'],
		};
		// Numbers that end in 0 are T-Mobile's here.
		const numbers = Array.from(
			{ length: 2_010 },
			(_, n) => `+1${202 + Math.floor(n / 1_000)}555${String((n % 1_000) * 10).padStart(4, '0')}`,
		);
		sandbox.setSettings({ textsPerSecond: 1_000 });
		const id = await project(await list(csvOf(numbers)), metered);
		expect(await client.good('GET', `/projects/${id}/throughput`)).toMatchObject({
			carrier_metered: true,
			t_mobile: {
				daily_cap: 2_000,
				remaining_today: 2_000,
				will_pause: true,
				estimated_send_days: 2,
			},
			recipients: 2_010,
			carrier_coverage: 0,
		});
		await schedule(id, { ...PAST, scheduled_at: new Date().toISOString() });
		await sandbox.whenIdle();
		expect(await read(id)).toMatchObject({ status: 'paused', pause_reason: 'brand_daily_cap' });
		expect(texts()).toBe(2_000);
		await schedule(id, { ...PAST, daily_cap_bypass: true });
		await sandbox.whenIdle();
		expect(await read(id)).toMatchObject({ status: 'completed', daily_cap_bypass: true });
		expect(texts()).toBe(2_010);
	});

	it.each([
		['organization', 'SENDING_PAUSED', { scope: 'organization' }],
		['platform', 'SENDING_PAUSED', { scope: 'platform' }],
	] as const)('does not start while the %s is paused', async (sending, code, details) => {
		const id = await project(await list());
		sandbox.setSwitches({ sending });
		const { status, body } = await client.call('POST', `/projects/${id}/schedule`, { body: PAST });
		expect([status, body.code, body.details]).toEqual([409, code, details]);
		expect(sandbox.effects('project_scheduled')).toEqual([]);
	});

	it('asks for the set-up of the account', async () => {
		const id = await list();
		sandbox.setSwitches({ onboarding: 'both' });
		await expect(project(id)).rejects.toThrow('"missingSteps":["profile","funding"]');
	});

	it('asks for a test where one is required', async () => {
		sandbox.setSwitches({ testRequired: true });
		const id = await project(await list());
		expect(await client.refusal('POST', `/projects/${id}/schedule`, PAST)).toBe('409 -');
		await client.good('POST', `/projects/${id}/test`, {
			test_contacts: [{ phone: '+12025550199' }],
		});
		expect(await schedule(id)).toMatchObject({ status: 'scheduled' });
	});

	it('copies everything but lists and schedule, under the next version', async () => {
		const id = await project(await list());
		const copy = await client.good('POST', `/projects/${id}/copy`);
		expect(copy).toMatchObject({
			name: 'Canvass weekend_v2',
			status: 'draft',
			total_recipients: 0,
		});
		const again = await client.good('POST', `/projects/${copy.id}/copy`);
		expect(again).toMatchObject({ name: 'Canvass weekend_v3' });
		expect(await read(again.id ?? '')).toMatchObject({
			contact_list_ids: [],
			message_text: 'Hi {first_name}, can you join us?',
			phone_number_ids: ['num_5W1C'],
		});
	});

	it('empties link fields on purpose', async () => {
		const id = await project(await list(), {
			link_tracking_enabled: true,
			link_tracking_destination_url: 'https://example.org',
			link_tracking_domain_id: 'tdm_1A2B',
		});
		const emptied = await client.good('PATCH', `/projects/${id}`, {
			link_tracking_enabled: false,
			link_tracking_destination_url: null,
			link_tracking_domain_id: null,
		});
		expect(emptied).toMatchObject({
			link_tracking_destination_url: null,
			link_tracking_domain_id: null,
			name: 'Canvass weekend',
		});
	});

	it('sends a recipient from the number that texted first', async () => {
		const both = { phone_number_ids: ['num_5W1C', 'num_7Y3E'] };
		const listId = await list(csvOf(phones(30)));
		const senders: string[][] = [];
		for (const name of ['One', 'Two']) {
			sandbox.journal().clear();
			await schedule(await project(listId, { ...both, name, message_text: name }));
			await sandbox.whenIdle();
			senders.push(phones(30).map((phone) => sandbox.journal().texts(phone)[0].sender));
		}
		expect(new Set(senders[0]).size).toBe(2);
		expect(senders[1]).toEqual(senders[0]);
	});

	it('says what carriers allow: nothing, not known, or too late', async () => {
		const id = await project(await list());
		const route = `/projects/${id}/throughput`;
		const unmetered: Data = { project_id: id, carrier_metered: false, t_mobile: null, att: null };
		expect(await client.good('GET', route)).toMatchObject(unmetered);
		sandbox.setSwitches({ estimates: 'unknown' });
		expect(await client.good('GET', '/campaigns/cmp_0U5Y/throughput')).toMatchObject({
			t_mobile: { daily_cap: 2_000, used_today: null, remaining_today: null },
		});
		sandbox.setSwitches({ estimates: 'late' });
		expect(await client.refusal('GET', route)).toBe('503 CARRIER_ESTIMATE_TIMEOUT');
	});
});
