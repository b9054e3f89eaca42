import type { Sandbox } from '../../../sandbox';
import { CSV, ORG, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';
import type { SourceFiles } from './source-files';

describe('imports of contact lists', () => {
	let sandbox: Sandbox;
	let client: Client;
	let files: SourceFiles;
	let list: Bench['list'];
	useBench({}, (bench) => ({ sandbox, client, files, list } = bench));

	const read = async (id: string) => await client.good('GET', `/contact-lists/${id}`);

	it('fetches the file itself, and counts what it finds', async () => {
		sandbox.setOptedOut(ORG, '+13125550120');
		const csv = `\uFEFF"Mobile","First, Last"\r\n${[
			'+1 (202) 555-0117,"Noor ""N"" Haddad"',
			'12025550117,Again',
			'303-555-0164,"Eli,\nthe second"',
			'3125550120,Ada',
			'5550120,Short',
			'+442079460123,Foreign',
			'',
		].join('\r\n')}`;
		const id = await list(csv, { merge_tags: { first_name: 'First, Last' } });
		expect(files.fetched).toEqual(['/contacts.csv']);
		expect((await read(id)).import).toMatchObject({
			status: 'ready',
			progress: 100,
			total_rows: 6,
			total_contacts: 3,
			clean_contacts: 2,
			duplicate_count: 1,
			bad_number_count: 2,
			opted_out_count: 1,
		});
	});

	it('is uploading, then processing with progress, then ready', async () => {
		sandbox.setSettings({ importSeconds: 600 });
		const seen = new Set<string>();
		const body = { source_url: files.put('a.csv', CSV), list_name: 'L', phone_column: 'Mobile' };
		const { id = '' } = await client.good('POST', '/contact-lists/import', body);
		for (;;) {
			const { import: state } = (await read(id)) as {
				import: { status: string; progress: number };
			};
			seen.add(state.status);
			if (state.status === 'processing') expect(state.progress).toBeLessThan(100);
			if (state.status === 'ready') break;
		}
		expect([...seen]).toEqual(['uploading', 'processing', 'ready']);
	});

	it.each([
		[
			'the file is not there',
			(source: SourceFiles) => source.put('none.csv', '', 404),
			'Status 404',
		],
		[
			'the URL has expired',
			(source: SourceFiles) =>
				`${source.put('a.csv', CSV)}?X-Amz-Date=20200101T000000Z&X-Amz-Expires=3600`,
			'The URL has expired',
		],
		[
			'the column is missing',
			(source: SourceFiles) => source.put('a.csv', 'Phone\n+12025550117\n'),
			'The file has no column Mobile',
		],
		['nobody listens', () => 'http://127.0.0.1:1/a.csv', 'fetch failed'],
	])('fails when %s, and does not say why', async (_, url, reason) => {
		const body = { source_url: url(files), list_name: 'L', phone_column: 'Mobile' };
		const { id = '' } = await client.good('POST', '/contact-lists/import', body);
		await sandbox.whenIdle();
		const failed = await read(id);
		expect(failed.import).toMatchObject({ status: 'failed', total_rows: null });
		expect(JSON.stringify(failed)).not.toContain(reason);
		expect(sandbox.reasonOf(id)).toBe(reason);
	});

	it('fails when a test wants it to, once', async () => {
		sandbox.failNext('import');
		expect((await read(await list())).import).toMatchObject({ status: 'failed' });
		expect((await read(await list())).import).toMatchObject({ status: 'ready' });
	});

	it('downloads the file as it came', async () => {
		const { body } = await client.call(
			'GET',
			`/contact-lists/${await list()}/download?type=original`,
		);
		expect(body.text).toBe(CSV);
	});

	it('cannot be deleted while a project refers to it, in whatever state', async () => {
		const bench = { id: await list() };
		const project = {
			organization_id: ORG,
			brand_id: 'brd_3M8D',
			campaign_id: 'cmp_9T4X',
			phone_number_ids: ['num_5W1C'],
			name: 'Canvass',
			protocol: 'sms',
			message_text: 'Hello',
			suppression_list_ids: [bench.id],
		};
		const { id } = await client.good('POST', '/projects', project);
		const { status, body } = await client.call('DELETE', `/contact-lists/${bench.id}`);
		expect(status).toBe(409);
		expect(body).toMatchObject({
			code: 'CONTACT_LIST_IN_USE',
			details: { projects: [{ id, name: 'Canvass', status: 'draft' }] },
		});
	});
});

describe('imports of media', () => {
	let sandbox: Sandbox;
	let client: Client;
	let files: SourceFiles;
	useBench({}, (bench) => ({ sandbox, client, files } = bench));

	it('becomes ready with its size and a type by its name', async () => {
		const { id, status } = await client.good('POST', '/media', {
			source_url: `${files.put('rally.jpg', 'JPEG')}?sig=1`,
		});
		expect(status).toBe('optimizing');
		await sandbox.whenIdle();
		expect(await client.good('GET', `/media/${id}`)).toMatchObject({
			name: 'rally.jpg',
			status: 'ready',
			content_type: 'image/jpeg',
			file_size_bytes: 4,
			url: 'https://media.example.net/org_7QK2/rally.jpg',
		});
		expect(sandbox.effects('media_made')).toHaveLength(1);
	});

	it('fails for an empty or a missing file', async () => {
		for (const url of [files.put('a.png', ''), files.put('b.png', '', 403)]) {
			const { id } = await client.good('POST', '/media', { source_url: url });
			await sandbox.whenIdle();
			expect(await client.good('GET', `/media/${id}`)).toMatchObject({
				status: 'failed',
				url: null,
			});
		}
	});
});
