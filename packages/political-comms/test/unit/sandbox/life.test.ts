import type { Sandbox } from '../../../sandbox';
import { csvOf, ORG, PAST, phones, useBench } from './bench';
import type { Bench } from './bench';
import type { Client, Data } from './client';

describe('the life of a project', () => {
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

	it('counts a test as sent only while it waits for its outcome', async () => {
		sandbox.setSettings({ deliverySeconds: 300 });
		const id = await project(await list());
		const contact = { test_contacts: [{ phone: '+12025550199' }] };
		await client.good('POST', `/projects/${id}/test`, contact);
		const stats = async () => await client.good('GET', `/projects/${id}/stats`);
		expect(await stats()).toMatchObject({ test: { sent: 1, delivered: 0 } });
		await sandbox.whenIdle();
		expect(await stats()).toMatchObject({ test: { sent: 0, delivered: 1 } });
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
