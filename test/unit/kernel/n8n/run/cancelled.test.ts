import type { IExecuteFunctions } from 'n8n-workflow';

import type { Endpoint } from '../../../../../kernel/http/endpoint';
import { createClient } from '../../../../../kernel/n8n/run/client';
import { profile } from '../standIn';

const read: Endpoint = {
	operationId: 'listLists',
	method: 'GET',
	path: '/lists',
	idempotent: true,
};
const send: Endpoint = {
	operationId: 'sendMessage',
	method: 'POST',
	path: '/send',
	idempotent: false,
};

/** A client in an execution that can be stopped; each request gets the given status. */
async function start(status: number, whenAsked = () => {}) {
	const stop = new AbortController();
	let requests = 0;
	const context = {
		getCredentials: async () => ({}),
		getExecutionCancelSignal: () => stop.signal,
		helpers: {
			async httpRequestWithAuthentication() {
				requests++;
				whenAsked();
				return { statusCode: status, body: '{"error":"no"}', headers: { 'retry-after': '30' } };
			},
		},
	};
	const client = await createClient(context as unknown as IExecuteFunctions, profile);
	return { client, stop: () => stop.abort(), requests: () => requests };
}

describe('an execution that is stopped', () => {
	it('makes no further request', async () => {
		const { client, stop, requests } = await start(200);
		stop();
		await expect(client.send({ endpoint: send })).rejects.toMatchObject({
			kind: 'refused',
			code: 'cancelled',
		});
		expect(requests()).toBe(0);
	});

	it.each([
		['a send that was turned away was certainly not done', send, 429, 'refused'],
		['a read whose response failed may have been done', read, 503, 'cancelled'],
	])('does not wait for the next try: %s', async (_, endpoint, status, kind) => {
		const world = await start(status, () => setImmediate(() => world.stop()));
		const started = Date.now();
		await expect(world.client.send({ endpoint })).rejects.toMatchObject({
			kind,
			code: 'cancelled',
		});
		expect(Date.now() - started).toBeLessThan(5_000);
		expect(world.requests()).toBe(1);
	});
});
