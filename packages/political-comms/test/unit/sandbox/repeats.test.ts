import type { Sandbox } from '../../../sandbox';
import { CSV, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';
import type { SourceFiles } from './source-files';

describe('repeats by key', () => {
	let sandbox: Sandbox;
	let client: Client;
	let files: SourceFiles;
	let list: Bench['list'];
	let project: Bench['project'];
	useBench({}, (bench) => ({ sandbox, client, files, list, project } = bench));

	const body = (name = 'L') => ({
		source_url: files.put('a.csv', CSV),
		list_name: name,
		phone_column: 'Mobile',
	});
	const importList = async (name = 'L', idempotencyKey = 'wave-1', key?: string) =>
		await client.call('POST', '/contact-lists/import', {
			body: body(name),
			headers: { 'Idempotency-Key': idempotencyKey },
			key,
		});

	it('makes one list, and gives the first response again', async () => {
		const [first, second] = [await importList(), await importList()];
		expect(second).toMatchObject({ status: 202, data: { id: first.data.id } });
		expect(sandbox.effects('list_made')).toHaveLength(1);
	});

	it('makes one list of requests that come side by side', async () => {
		await Promise.all([importList(), importList(), importList()]);
		expect(sandbox.effects('list_made')).toHaveLength(1);
	});

	it('makes two without a key, with other keys, and for other keys of the API', async () => {
		await client.good('POST', '/contact-lists/import', body());
		await client.good('POST', '/contact-lists/import', body());
		await importList('L', 'wave-1');
		await importList('L', 'wave-2');
		await importList('L', 'wave-1', sandbox.keys().childOnly);
		expect(sandbox.effects('list_made')).toHaveLength(5);
	});

	it.each([
		['refuse', 409],
		['replay', 202],
	] as const)('knows a key with another body: %s', async (keyConflict, status) => {
		sandbox.setSwitches({ keyConflict });
		await importList('One');
		expect((await importList('Other')).status).toBe(status);
		expect(sandbox.effects('list_made')).toHaveLength(1);
	});

	it.each([
		[false, 202],
		[true, 503],
	])('keeps failures: %s', async (keepFailures, status) => {
		sandbox.setSwitches({ keepFailures, onboarding: 'profile' });
		const id = await list();
		const make = async () =>
			await client.call('POST', '/projects', {
				headers: { 'Idempotency-Key': 'p' },
				body: {
					organization_id: 'org_7QK2',
					brand_id: 'brd_3M8D',
					campaign_id: 'cmp_9T4X',
					phone_number_ids: ['num_5W1C'],
					name: 'Canvass',
					protocol: 'sms',
					contact_list_ids: [id],
					message_text: 'Hello',
				},
			});
		expect((await make()).status).toBe(403);
		sandbox.setSwitches({ onboarding: 'complete' });
		expect((await make()).status).toBe(status === 202 ? 201 : 403);
	});

	it('forgets keys after their time', async () => {
		sandbox.setSettings({ keySeconds: 0 });
		await importList();
		await importList();
		expect(sandbox.effects('list_made')).toHaveLength(2);
	});

	it('ignores keys where the server does', async () => {
		sandbox.setSwitches({ idempotency: 'ignored' });
		await importList();
		await importList();
		expect(sandbox.effects('list_made')).toHaveLength(2);
	});

	it('refuses a repeat whose key of the API was revoked', async () => {
		await importList();
		expect((await importList('L', 'wave-1', sandbox.keys().revoked)).status).toBe(401);
	});

	it('schedules, tests and replies once under lost responses', async () => {
		const id = await project(await list());
		const twice = async (route: string, sent: object) => {
			const parts = { body: sent, headers: { 'Idempotency-Key': `key ${route}` } };
			sandbox.addFault({ kind: 'drop_after', count: 1 });
			await expect(client.call('POST', route, parts)).rejects.toThrow('fetch failed');
			sandbox.addFault({ kind: 'status_after', status: 500, count: 1 });
			expect((await client.call('POST', route, parts)).status).toBe(500);
			expect((await client.call('POST', route, parts)).status).toBeLessThan(300);
		};
		await twice(`/projects/${id}/test`, { test_contacts: [{ phone: '+12025550199' }] });
		await twice(`/projects/${id}/schedule`, {
			scheduled_at: '2026-01-01T09:00:00Z',
			scheduled_timezone: 'America/Chicago',
		});
		await sandbox.whenIdle();
		const [{ phone, sender }] = sandbox.journal().texts('+12025550117');
		const { conversationId } = sandbox.answer(phone, sender, 'Yes');
		await twice(`/conversations/${conversationId}/messages`, { text: 'Great' });
		expect(sandbox.journal().summary().effects).toEqual({
			list_made: 1,
			project_made: 1,
			test_sent: 1,
			project_scheduled: 1,
			reply_sent: 1,
		});
	});
});
