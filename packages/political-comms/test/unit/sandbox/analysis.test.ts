import type { Sandbox } from '../../../sandbox';
import { ORG, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';

// The last two digits decide the line type: below 90 mobile, then landline, VoIP, invalid.
const CSV = 'Mobile\n+12025550117\n+12025550190\n+12025550195\n+12025550199\n+12025550118\n';

describe('analyses', () => {
	let sandbox: Sandbox;
	let client: Client;
	let list: Bench['list'];
	let project: Bench['project'];
	useBench({}, (bench) => ({ sandbox, client, list, project } = bench));

	const made = async () => await list(CSV, { merge_tags: {} });
	const analyze = async (id: string) => await client.call('POST', `/contact-lists/${id}/analyze`);

	it('costs money once, and says what it found', async () => {
		const id = await made();
		sandbox.setSettings({ analysisSeconds: 200 });
		const before = sandbox.settings().balanceCents;
		expect(await analyze(id)).toMatchObject({
			status: 202,
			data: { cost_cents: 3, analysis: { status: 'processing', numbers_queued: 5 } },
		});
		expect(await analyze(id)).toMatchObject({ status: 202, data: { cost_cents: 0 } });
		await sandbox.whenIdle();
		expect(await analyze(id)).toMatchObject({ status: 200, data: { cost_cents: 0 } });
		expect(sandbox.settings().balanceCents).toBe(before - 3);
		expect(sandbox.effects('analysis_started')).toHaveLength(1);
		expect(await client.good('GET', `/contact-lists/${id}`)).toMatchObject({
			analysis: {
				status: 'complete',
				analyzed_numbers: 5,
				breakdown: { mobile: 2, landline: 1, voip: 1, invalid: 1 },
			},
			downloads: { analyzed_url: expect.stringContaining(`${sandbox.apiUrl}/contact-lists/${id}`) },
		});
	});

	it('asks for funds before it queues anything', async () => {
		const id = await made();
		sandbox.setSettings({ balanceCents: 2 });
		expect(await client.refusal('POST', `/contact-lists/${id}/analyze`)).toBe(
			'402 INSUFFICIENT_BALANCE',
		);
		expect(sandbox.effects('analysis_started')).toEqual([]);
	});

	it('waits for the import', async () => {
		sandbox.setSettings({ importSeconds: 3_600 });
		const { id } = await client.good('POST', '/contact-lists/import', {
			source_url: 'http://127.0.0.1:1/a.csv',
			list_name: 'L',
			phone_column: 'Mobile',
		});
		expect(await client.refusal('POST', `/contact-lists/${id}/analyze`)).toBe('409 -');
	});

	it('keeps projects with the list waiting, and names the list', async () => {
		sandbox.setSettings({ analysisSeconds: 500 });
		const id = await made();
		const projectId = await project(id);
		await analyze(id);
		const details = { lists: [{ id, name: 'October volunteers' }] };
		for (const [method, route, body] of [
			['PATCH', `/projects/${projectId}`, { name: 'Other' }],
			[
				'POST',
				`/projects/${projectId}/schedule`,
				{ scheduled_at: '2026-01-01T09:00:00Z', scheduled_timezone: 'America/Chicago' },
			],
		] as const) {
			const { status, body: refused } = await client.call(method, route, { body });
			expect([status, refused.code, refused.details]).toEqual([
				409,
				'LIST_ANALYSIS_IN_PROGRESS',
				details,
			]);
		}
		await expect(project(id)).rejects.toThrow('LIST_ANALYSIS_IN_PROGRESS');
		await sandbox.whenIdle();
		expect(await client.good('PATCH', `/projects/${projectId}`, { name: 'Other' })).toMatchObject({
			name: 'Other',
		});
	});

	it('hands out the analysed file once it is complete', async () => {
		const id = await made();
		const route = `/contact-lists/${id}/download?type=analyzed`;
		expect(await client.refusal('GET', route)).toBe('409 ANALYSIS_NOT_COMPLETE');
		sandbox.setOptedOut(ORG, '+12025550118');
		await analyze(id);
		await sandbox.whenIdle();
		const { headers, body } = await client.call('GET', route);
		expect(headers.get('content-type')).toContain('text/csv');
		expect(String(body.text).split('\n').slice(0, 3)).toEqual([
			'Mobile,Phone Type,Carrier Name,Is Mobile,Is Opted Out,City,State',
			'+12025550117,mobile,Verizon,true,false,,',
			'+12025550190,landline,T-Mobile,false,false,,',
		]);
	});

	it('fails when a test wants it to', async () => {
		const id = await made();
		sandbox.failNext('analysis');
		await analyze(id);
		await sandbox.whenIdle();
		expect(await client.good('GET', `/contact-lists/${id}`)).toMatchObject({
			analysis: { status: 'failed', analyzed_numbers: 0 },
		});
	});
});
