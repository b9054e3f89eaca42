import type { FaultInput, Sandbox } from '../../../sandbox';
import { CSV, useBench } from './bench';
import type { Client } from './client';
import type { SourceFiles } from './source-files';

describe('faults', () => {
	let sandbox: Sandbox;
	let client: Client;
	let files: SourceFiles;
	useBench({ switches: { rateLimit: 'minute' } }, (bench) => {
		({ sandbox, client, files } = bench);
	});

	const importList = async () =>
		await client.call('POST', '/contact-lists/import', {
			body: { source_url: files.put('a.csv', CSV), list_name: 'L', phone_column: 'Mobile' },
		});

	it.each<[string, FaultInput, number, number]>([
		['502 as a page, nothing done', { kind: 'status', status: 502, html: true }, 502, 0],
		['502 as a page, all done', { kind: 'not_json', status: 502 }, 502, 1],
		['200 as a page', { kind: 'not_json' }, 200, 1],
		['500, nothing done', { kind: 'status', status: 500, code: 'INTERNAL_ERROR' }, 500, 0],
		['500, all done', { kind: 'status_after', status: 500, code: 'INTERNAL_ERROR' }, 500, 1],
		['429 of a gateway', { kind: 'status', status: 429, retryAfter: 2 }, 429, 0],
		['a delay', { kind: 'latency', latencyMs: 5 }, 202, 1],
	])('%s', async (_, fault, status, lists) => {
		sandbox.addFault({ ...fault, count: 1 });
		const answer = await importList();
		expect(answer.status).toBe(status);
		expect(sandbox.effects('list_made')).toHaveLength(lists);
		const isPage = fault.html === true || fault.kind === 'not_json';
		expect(answer.headers.get('content-type')).toContain(isPage ? 'text/html' : 'json');
		expect(sandbox.journal().requests()[0]).toMatchObject({ done: lists === 1, fault: fault.kind });
	});

	it.each<[FaultInput['kind'], number]>([
		['drop_before', 0],
		['drop_after', 1],
		['truncate', 1],
	])('%s', async (kind, lists) => {
		sandbox.addFault({ kind, count: 1 });
		await expect(importList()).rejects.toThrow();
		expect(sandbox.effects('list_made')).toHaveLength(lists);
	});

	it('breaks a download in the middle', async () => {
		const { data } = await importList();
		await sandbox.whenIdle();
		sandbox.addFault({ kind: 'truncate', count: 1, operationId: 'downloadContactList' });
		const route = `/contact-lists/${data.id}/download?type=original`;
		await expect(client.call('GET', route)).rejects.toThrow();
		expect((await client.call('GET', route)).body.text).toBe(CSV);
	});

	it('says a code with the words of the API', async () => {
		sandbox.addFault({ kind: 'status', status: 503, code: 'UPSTREAM_UNAVAILABLE', count: 1 });
		expect((await importList()).body).toMatchObject({
			error: 'Not available now',
			code: 'UPSTREAM_UNAVAILABLE',
			correlationId: expect.any(String),
		});
	});

	it('comes back after a restart with everything it knew', async () => {
		const { data } = await importList();
		await sandbox.whenIdle();
		await sandbox.restart();
		expect(await client.good('GET', `/contact-lists/${data.id}`)).toMatchObject({ name: 'L' });
	});
});
