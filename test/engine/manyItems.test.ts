import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

import { list } from '../kit/account';
import { credentialAt } from '../kit/anyAccount';
import { heldMemory } from '../kit/heldMemory';
import { operationOf } from './trackly';

const COUNT = 50_000;

/** Requests from one look at the memory to the next. */
const REQUESTS_A_LOOK = 10;

/** What the server got: it keeps none of it. */
const got = { requests: 0, records: 0, mostHeld: 0 };

let server: Server;
beforeAll(async () => {
	server = createServer((request, response) => {
		if (got.requests++ % REQUESTS_A_LOOK === 0) got.mostHeld = Math.max(got.mostHeld, heldMemory());
		const respond = async () => {
			const { length } = ((await json(request)) as { messages: unknown[] }).messages;
			got.records += length;
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ queued_count: length, failed_count: 0, errors: [] }));
		};
		void respond();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

const account = {
	credential: () => credentialAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
};

/** V8 keeps what a text is put together from, until it is first read as a whole. */
function flat(text: string): string {
	return JSON.parse(JSON.stringify(text)) as string;
}

it('of each item Send Many holds little besides the item itself', async () => {
	const items = Array.from({ length: COUNT }, (_, index) => ({
		to: flat(`+1${2_025_500_000 + index}`),
		body: flat(`Tasting night is on Friday at 7, and customer ${index} is invited.`),
		first_name: flat(`Customer ${index}`),
	}));
	const send = operationOf(account, {
		resource: 'message',
		operation: 'sendMany',
		listNumber: list(),
		columns: { mappingMode: 'autoMapInputData', value: null },
	});
	// What is made once is there before.
	await send(items.slice(0, 1));
	Object.assign(got, { requests: 0, records: 0, mostHeld: 0 });
	const before = heldMemory();
	const { items: outcomes, error } = await send(items);
	expect(error).toBeUndefined();
	expect(outcomes).toHaveLength(COUNT);
	expect(got).toMatchObject({ requests: COUNT / 1_000, records: COUNT });
	// Among them 100 that n8n itself holds of an item while a node runs.
	expect((got.mostHeld - before) / COUNT).toBeLessThan(800);
}, 60_000);
