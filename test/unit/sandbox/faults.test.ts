import type { FaultInput, Sandbox } from '../../../sandbox/trackly';
import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';
import { eventually } from './eventually';

describe('faults', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0 }, (bench) => ({ sandbox, client } = bench));

	const send = async () => await client.send(phone(1), 'Hello');
	const texts = async () => {
		await sandbox.whenIdle();
		return sandbox.journal().texts().length;
	};
	const lastRequest = () => sandbox.journal().requests().at(-1);

	it('latency: answers late, unharmed', async () => {
		sandbox.addFault({ kind: 'latency', latencyMs: 80 });
		const started = performance.now();
		await send();
		expect(performance.now() - started).toBeGreaterThanOrEqual(75);
		expect(await texts()).toBe(1);
	});

	it('latency without a time: holds what comes until the faults are cleared', async () => {
		sandbox.addFault({ kind: 'latency', count: 2 });
		const held = [send(), send()];
		await eventually('both are held', () => sandbox.listFaults().length === 0);
		// A third one comes and goes meanwhile.
		await client.ok('GET', '/lists');
		expect(sandbox.journal().texts()).toEqual([]);
		sandbox.clearFaults();
		await Promise.all(held);
		expect(await texts()).toBe(2);
	});

	it('latency without a time: a reset lets go what is held', async () => {
		sandbox.addFault({ kind: 'latency' });
		const held = client.ok('GET', '/lists');
		await eventually('it is held', () => sandbox.listFaults()[0].hits === 1);
		sandbox.reset();
		await held;
	});

	it('status: refuses with status, code and Retry-After, and processes nothing', async () => {
		sandbox.addFault({ kind: 'status', status: 429, retryAfter: 7, code: 'slow_down' });
		const body = { to: phone(1), list_number: CLUB, body: 'Hello' };
		const answer = await client.call('POST', '/send', { body });
		expect(answer).toMatchObject({ status: 429, body: { code: 'slow_down' } });
		expect(answer.headers.get('retry-after')).toBe('7');
		expect(await texts()).toBe(0);
		expect(lastRequest()).toMatchObject({ status: 429, fault: 'status', records: 1 });
	});

	it('status: 500 without a code unless told otherwise', async () => {
		sandbox.addFault({ kind: 'status' });
		const answer = await client.call('GET', '/lists');
		expect(answer).toMatchObject({ status: 500, body: { error: expect.any(String) } });
		expect(answer.body.code).toBeUndefined();
	});

	it('drop_before: cuts the connection, processes nothing', async () => {
		sandbox.addFault({ kind: 'drop_before' });
		await expect(send()).rejects.toThrow('fetch failed');
		expect(await texts()).toBe(0);
		expect(lastRequest()).toMatchObject({ status: null, fault: 'drop_before' });
	});

	it('drop_after: processes, then cuts the connection', async () => {
		sandbox.addFault({ kind: 'drop_after' });
		await expect(send()).rejects.toThrow('fetch failed');
		expect(await texts()).toBe(1);
		expect(lastRequest()).toMatchObject({ status: null, fault: 'drop_after' });
	});

	it('truncate: announces a whole answer and sends half of it', async () => {
		sandbox.addFault({ kind: 'truncate' });
		const response = await fetch(`${sandbox.apiUrl}/lists`, {
			headers: { 'X-Api-Key': sandbox.apiKey },
		});
		expect(response.status).toBe(200);
		expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100);
		await expect(response.text()).rejects.toThrow();
	});

	it('not_json: processes, then answers 200 with a page', async () => {
		sandbox.addFault({ kind: 'not_json' });
		await expect(send()).rejects.toThrow('This is not the response you expected');
		expect(await texts()).toBe(1);
	});

	it('partial: rejects the records at the given indexes', async () => {
		sandbox.addFault({ kind: 'partial', indexes: [0, 2], code: 'not_sendable' });
		const contacts = [1, 2, 3].map((n) => ({ phone_number: phone(n), list_number: CLUB }));
		const { body } = await client.call('POST', '/contacts/bulk', { body: { contacts } });
		expect(body).toMatchObject({ success_count: 1, error_count: 2, contacts_created: 1 });
		expect(body.errors).toMatchObject([
			{
				index: 0,
				code: 'not_sendable',
				error: 'The number failed the carrier check or is a refused VOIP number',
			},
			{ index: 2, code: 'not_sendable' },
		]);
	});

	it('hits only the named operation, and only so many times', async () => {
		sandbox.addFault({ kind: 'status', operationId: 'sendMessage', count: 2 });
		expect((await client.call('GET', '/lists')).status).toBe(200);
		await expect(send()).rejects.toThrow();
		await expect(send()).rejects.toThrow();
		await send();
		expect(sandbox.listFaults()).toEqual([]);
	});

	it('never hits with probability 0, and can be cleared', async () => {
		sandbox.addFault({ kind: 'status', probability: 0 });
		await send();
		sandbox.addFault({ kind: 'status' });
		expect(sandbox.listFaults()).toHaveLength(2);
		sandbox.clearFaults();
		await send();
	});

	it('restart: cuts the connection, processes nothing, comes back with what it knew', async () => {
		await send();
		await sandbox.whenIdle();
		sandbox.addFault({ kind: 'restart', count: 1 });
		await expect(send()).rejects.toThrow('fetch failed');
		await sandbox.restart();
		await send();
		expect(await texts()).toBe(2);
		expect(sandbox.journal().requests('sendMessage')).toMatchObject([
			{ status: 200, done: true },
			{ status: null, done: false, fault: 'restart' },
			{ status: 200, done: true },
		]);
	});

	it('an answer that a restart cut off is not in the journal as given', async () => {
		sandbox.addFault({ kind: 'latency', latencyMs: 60, count: 1 });
		const sending = send();
		const lost = expect(sending).rejects.toThrow('fetch failed');
		await eventually('the request arrives', () => sandbox.listFaults().length === 0);
		await sandbox.restart(10);
		await lost;
		await eventually('it is in the journal', () => lastRequest() !== undefined);
		expect(lastRequest()).toMatchObject({ status: null, done: true });
	});

	it('seeded, hits the same requests whatever their order', async () => {
		const bodies = Array.from({ length: 40 }, (_, index) => `Hello ${index}`);
		const hitBy = async (order: string[]) => {
			sandbox.reset();
			sandbox.addFault({ kind: 'status', probability: 0.3, seed: 'one' });
			const hit: string[] = [];
			for (const body of order) {
				await client.send(phone(1), body).catch(() => hit.push(body));
			}
			return hit.sort();
		};
		const first = await hitBy(bodies);
		expect(first.length).toBeGreaterThan(3);
		expect(first.length).toBeLessThan(25);
		expect(await hitBy([...bodies].reverse())).toEqual(first);
	});

	it('seeded, draws anew when the same request comes again', async () => {
		sandbox.addFault({ kind: 'status', probability: 0.5, seed: 'one' });
		const tries = [];
		for (let count = 0; count < 20; count++) {
			tries.push(
				await send().then(
					() => true,
					() => false,
				),
			);
		}
		expect(new Set(tries).size).toBe(2);
	});

	it('the journal says what was done, whatever the client was told', async () => {
		const done = async (fault: FaultInput) => {
			sandbox.addFault({ ...fault, count: 1 });
			await send().catch(() => undefined);
			return lastRequest()?.done;
		};
		expect(await done({ kind: 'drop_after' })).toBe(true);
		expect(await done({ kind: 'truncate' })).toBe(true);
		expect(await done({ kind: 'not_json' })).toBe(true);
		expect(await done({ kind: 'drop_before' })).toBe(false);
		expect(await done({ kind: 'status', status: 503 })).toBe(false);
		sandbox.addFault({ kind: 'partial', indexes: [1], count: 1 });
		const contacts = [1, 2].map((n) => ({ phone_number: phone(n), list_number: CLUB }));
		await client.call('POST', '/contacts/bulk', { body: { contacts } });
		expect(lastRequest()).toMatchObject({ done: true, refused: [1] });
	});
});
