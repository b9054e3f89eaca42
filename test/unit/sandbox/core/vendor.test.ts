import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPigeon } from './pigeon';

describe('an account of another API', () => {
	let sandbox: Awaited<ReturnType<typeof startPigeon>>;
	beforeAll(async () => {
		sandbox = await startPigeon({ checkContract: true });
	});
	afterAll(async () => await sandbox.stop());
	beforeEach(() => sandbox.reset());

	async function call(method: string, route: string, body?: unknown, token = 'coo') {
		const response = await fetch(sandbox.apiUrl + route, {
			method,
			headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		return {
			status: response.status,
			body: text === '' ? undefined : (JSON.parse(text) as unknown),
			flight: response.headers.get('flight-number'),
			weather: response.headers.get('weather'),
		};
	}
	const read = async (route: string) =>
		(await (await fetch(`${sandbox.url}/_sandbox/${route}`)).json()) as Record<string, unknown>;

	it('stands at the address of its contract', () => {
		expect(sandbox.apiUrl).toBe(`${sandbox.url}/v7`);
	});

	it('answers with its own status, headers and bodies, an empty one among them', async () => {
		const letter = { address: 'Delft', text: 'Hello' };
		expect(await call('POST', '/letters', letter)).toEqual({
			status: 201,
			body: { id: 1 },
			flight: '1',
			weather: 'fair',
		});
		expect(await call('PATCH', '/letters/1', { text: 'Goodbye' })).toEqual({
			status: 204,
			body: undefined,
			flight: '2',
			weather: 'fair',
		});
		expect(sandbox.letters()).toEqual([{ address: 'Delft', text: 'Goodbye' }]);
		expect(sandbox.violations()).toEqual([]);
	});

	it('pages as it likes', async () => {
		for (const address of ['Delft', 'Ghent', 'Liège']) await call('POST', '/letters', { address });
		expect(await call('GET', '/letters?skip=1&take=1')).toMatchObject({
			body: { rows: [{ address: 'Ghent' }], more: true },
		});
	});

	it.each([
		[
			'a missing field',
			'POST',
			'/letters',
			{},
			422,
			{ id: 'NO_ADDRESS', message: 'address is missing' },
		],
		[
			'what a handler refuses',
			'POST',
			'/letters',
			{ address: 'Atlantis' },
			404,
			{ id: 'NO_SUCH_TOWN', message: 'No pigeon flies there' },
		],
		[
			'a bad query',
			'GET',
			'/letters?take=99',
			undefined,
			400,
			{ id: 'BAD_LETTER', message: '/query/take' },
		],
		['an unknown path', 'GET', '/moon', undefined, 404, { id: 'NOWHERE', message: 'No such roof' }],
		[
			'an unknown method',
			'DELETE',
			'/letters',
			undefined,
			405,
			{ id: 'NO_WAY', message: 'Not this way' },
		],
		[
			'a large body',
			'POST',
			'/letters',
			{ address: 'x'.repeat(1_000) },
			413,
			{ id: 'TOO_HEAVY', message: 'No pigeon carries this' },
		],
	])('refuses %s in its own words', async (_, method, route, body, status, fault) => {
		expect(await call(method, route, body)).toMatchObject({ status, body: { fault } });
	});

	it('sees requests before they are routed: sends them elsewhere, or answers itself', async () => {
		const before = sandbox.violations().length;
		await call('POST', '/letters', { address: 'Delft' });
		expect(await call('GET', '/scrolls?take=1')).toMatchObject({
			status: 200,
			body: { rows: [{ address: 'Delft' }] },
		});
		const page = await fetch(`${sandbox.apiUrl}/tavern`);
		expect([page.status, await page.text()]).toEqual([200, '<p>Ale</p>']);
		expect(sandbox.violations()).toHaveLength(before);
		const [, , last] = sandbox.journal().requests();
		expect(last).toMatchObject({ path: '/v7/tavern', operationId: null, done: false });
	});

	it('breaks for large bodies only, where a fault says so', async () => {
		sandbox.addFault({ kind: 'status', status: 413, aboveBytes: 100 });
		expect((await call('POST', '/letters', { address: 'Delft' })).status).toBe(201);
		expect((await call('POST', '/letters', { address: 'D'.repeat(100) })).status).toBe(413);
		expect(sandbox.letters()).toHaveLength(1);
	});

	it('counts the records of a body where the vendor says which they are', async () => {
		await call('POST', '/letters', { address: 'Delft', copies: ['Ghent', 'Liège'] });
		expect(sandbox.journal().summary()).toMatchObject({ maxSendRecords: 2 });
	});

	it('sets its clock', async () => {
		sandbox.setClock('2027-02-14T12:00:00Z');
		sandbox.advanceClock(60);
		expect(sandbox.now()).toMatch(/^2027-02-14T12:01:00/);
		expect(() => sandbox.setClock('noon')).toThrow('noon is not a date');
	});

	it('asks for its own key, and refuses in a state of its own', async () => {
		expect(await call('GET', '/letters', undefined, 'moo')).toMatchObject({
			status: 401,
			body: { fault: { id: 'BAD_TOKEN', message: 'The token is unknown' } },
		});
		sandbox.setSwitches({ storm: true });
		expect((await call('GET', '/letters')).status).toBe(503);
		expect(sandbox.status()).toMatchObject({ letters: 0, idle: true, switches: { storm: true } });
	});

	it('takes the good records of a bulk body, and the journal knows the others', async () => {
		const letters = [{ address: 'Delft' }, {}, { address: 'Atlantis' }];
		expect((await call('POST', '/letters/flock', { letters })).body).toEqual({
			lost: [
				{ index: 1, code: 'NO_ADDRESS', text: 'address is missing' },
				{ index: 2, code: 'NO_SUCH_TOWN', text: 'No pigeon flies there' },
			],
		});
		expect(sandbox.journal().requests('postFlock')).toMatchObject([
			{ path: '/v7/letters/flock', records: 3, done: true, refused: [1, 2] },
		]);
		expect(sandbox.journal().summary()).toMatchObject({ sendRequests: 1, texts: 1 });
	});

	it('breaks like any other, in its own error body', async () => {
		sandbox.addFault({ kind: 'status', status: 503, count: 1 });
		expect(await call('GET', '/letters')).toMatchObject({
			status: 503,
			body: { fault: { message: 'Service Unavailable' } },
		});
		sandbox.addFault({ kind: 'drop_after', operationId: 'postLetter', count: 1 });
		await expect(call('POST', '/letters', { address: 'Delft' })).rejects.toThrow('fetch failed');
		expect(sandbox.letters()).toHaveLength(1);
	});

	it.each([
		['refused by a fault', { kind: 'status', status: 502 } as const, 502, 0],
		['done, and then said to have failed', { kind: 'status_after', status: 500 } as const, 500, 1],
	])('counts what was done when a request is %s', async (_, fault, status, effects) => {
		sandbox.addFault({ ...fault, count: 1 });
		expect(await call('POST', '/letters', { address: 'Delft' })).toMatchObject({
			status,
			body: { fault: { message: expect.any(String) } },
			weather: 'fair',
		});
		expect(sandbox.journal().effects('posted')).toHaveLength(effects);
		expect(sandbox.journal().requests('postLetter')).toMatchObject([{ done: effects === 1 }]);
	});

	it('lets nobody add endpoints on its page, as it has no dashboard', async () => {
		expect(await read('page')).not.toHaveProperty('dashboard');
		const { id, secret } = sandbox.addWebhook({ url: 'http://127.0.0.1:9' });
		expect(secret).toBeUndefined();
		expect(() => sandbox.testWebhook(id)).toThrow('This dashboard has no test');
	});

	it('posts its own events, sealed in its own way, and repeats them as it says', async () => {
		const seen: Array<{ body: string; seal: unknown }> = [];
		const receiver = http.createServer((request, response) => {
			let body = '';
			request.on('data', (chunk: Buffer) => (body += chunk.toString()));
			request.on('end', () => {
				seen.push({ body, seal: request.headers['pigeon-seal'] });
				response.writeHead(seen.length === 1 ? 500 : 200).end();
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		const { port } = receiver.address() as AddressInfo;
		const { id } = sandbox.addWebhook({ url: `http://127.0.0.1:${port}`, secret: 'wax' });
		await call('POST', '/letters', { address: 'Delft' });
		await sandbox.whenIdle();
		receiver.closeAllConnections();
		receiver.close();
		const body = '{"type":"letter.landed","letter":1}';
		const seal = createHash('md5').update(body).update('wax').digest('hex');
		expect(id).toBe('nest-1');
		expect(seen).toEqual([
			{ body, seal },
			{ body, seal },
		]);
		expect((await read('webhook-log')).attempts).toMatchObject([
			{ event: 'letter.landed', attempt: 2, outcome: 'accepted', check: 'valid' },
			{ attempt: 1, outcome: 'retry' },
		]);
	});

	it('shows its phones in its own words, and has no reply to give', async () => {
		await call('POST', '/letters', { address: 'Delft', text: 'Hello' });
		expect(await read('page')).toEqual({
			name: 'Pigeon Post',
			takesReplies: false,
			postsEvents: true,
			switches: [{ key: 'storm', label: 'Storm', hint: 'Nothing flies', usual: false }],
		});
		expect(await read('phones/Delft')).toMatchObject({
			senders: [{ number: 'Loft 1', name: 'The loft' }],
			bubbles: [{ text: 'Hello', delivery: { word: 'landed', look: 'arrived' }, links: [] }],
		});
		const reply = await fetch(`${sandbox.url}/_sandbox/replies`, { method: 'POST' });
		expect(reply.status).toBe(404);
	});
});
