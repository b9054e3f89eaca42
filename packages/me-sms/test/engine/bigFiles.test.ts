import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

import { useFileStore } from '../../../../test/kit/fileStore';
import { heldMemory } from '../../../../test/kit/heldMemory';
import { credentialAt, operationOf, UUID } from './meSms';

/** A quarter of what one request may hold; in a real n8n all two million are sent (e2e). */
const COUNT = 500_000;
const MEGABYTE = 1_048_576;

const files = useFileStore();

/** What the server got: it keeps none of it. */
const got = { requests: 0, bytes: 0, numbers: 0, mostHeld: 0 };

/** Rows of one page. */
const PAGE = 5_000;

/** Requests from one look at the memory to the next. */
const PAGES_A_LOOK = 25;

let server: Server;
beforeAll(async () => {
	server = createServer((request, response) => {
		const url = new URL(request.url!, 'http://127.0.0.1');
		if (got.requests++ % PAGES_A_LOOK === 0) got.mostHeld = Math.max(got.mostHeld, heldMemory());
		response.setHeader('Content-Type', 'application/json');
		if (request.method === 'GET') return void response.end(pageAfter(url));
		request.on('data', (chunk: Buffer) => {
			got.bytes += chunk.length;
			for (const byte of chunk) if (byte === 0x36) got.numbers++;
		});
		request.on('end', () => response.end(JSON.stringify({ uuid: UUID })));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => void Object.assign(got, { requests: 0, bytes: 0, numbers: 0, mostHeld: 0 }));
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

function pageAfter(url: URL): string {
	const after = Number(url.searchParams.get('after'));
	const count = Math.min(PAGE, COUNT - after);
	const recipients = Array.from({ length: count }, (_, index) => ({
		id: after + index + 1,
		msisdn: `66${800_000_000 + after + index}`,
		status: 'success',
	}));
	const nextCursor = after + count;
	return JSON.stringify({ recipients, nextCursor, hasMore: nextCursor < COUNT, summary: [] });
}

const account = {
	credential: () => credentialAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
};

/** How much more than before some work is held while the server is asked, in megabytes. */
async function held(work: () => Promise<void>): Promise<number> {
	const before = heldMemory();
	await work();
	return (got.mostHeld - before) / MEGABYTE;
}

/** No digit but the first of a number is a 6, so that the server can count them by it. */
function* numbers(): Generator<string> {
	yield 'mobile\n';
	for (let start = 0; start < COUNT; start += 10_000) {
		const lines = Array.from({ length: 10_000 }, (_, index) =>
			(start + index).toString(6).padStart(9, '8'),
		);
		yield lines.map((digits) => `0${digits}\n`).join('');
	}
}

it('half a million numbers are one request, and n8n holds little more than its body', async () => {
	const file = await files.put(Readable.from(numbers()), 'numbers.csv');
	const send = operationOf(account, {
		resource: 'message',
		operation: 'sendFile',
		sender: { __rl: true, mode: 'name', value: 'TEAHOUSE' },
		content: 'Tasting night on Friday at 7',
		options: { numbersPerRequest: COUNT },
	});
	const grown = await held(async () => {
		const { items, error } = await send([{}], { files: [{ data: file }] });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ status: 'queued', uuid: UUID, numbers: COUNT, firstRow: 2, lastRow: COUNT + 1, batch: 1 },
		]);
	});
	expect(got.requests).toBe(1);
	// Each number begins with two of them.
	expect(got.numbers).toBe(2 * COUNT);
	expect(got.bytes).toBeGreaterThan(14 * COUNT);
	expect(grown).toBeLessThan(40);
});

it('half a million recipients are a file, and n8n holds a page of them', async () => {
	const getAll = operationOf(account, {
		resource: 'recipient',
		operation: 'getAll',
		uuid: UUID,
		returnAll: true,
		output: 'csv',
	});
	let lines = 0;
	let beginning = '';
	const grown = await held(async () => {
		const { items, error } = await getAll([{}]);
		expect(error).toBeUndefined();
		const [{ json, binary }] = items;
		expect(json).toEqual({ uuid: UUID, fileName: `recipients-${UUID}.csv`, rows: COUNT });
		expect(binary!.data).toMatchObject({ mimeType: 'text/csv', fileExtension: 'csv' });
		for await (const chunk of await files.read(binary!.data)) {
			if (beginning === '') beginning = chunk.subarray(0, 100).toString();
			for (const byte of chunk) if (byte === 0x0a) lines++;
		}
	});
	expect(beginning).toMatch(
		/^msisdn,status,id\r\n66800000000,success,1\r\n66800000001,success,2\r\n/,
	);
	expect(lines).toBe(COUNT + 1);
	expect(got.requests).toBe(COUNT / PAGE);
	expect(grown).toBeLessThan(30);
});
