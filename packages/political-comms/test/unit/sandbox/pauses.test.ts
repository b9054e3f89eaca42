import type { Sandbox } from '../../../sandbox';
import { csvOf, PAST, phones, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';

describe('the pauses of a project', () => {
	let sandbox: Sandbox;
	let client: Client;
	let list: Bench['list'];
	let project: Bench['project'];
	let read: Bench['read'];
	let schedule: Bench['schedule'];
	let texts: Bench['texts'];
	useBench({}, (bench) => {
		({ sandbox, client, list, project, read, schedule, texts } = bench);
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
});
