import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { until } from '../../../host/poll';
import { useSandbox } from './bench';
import { CLUB, type Client, phone } from './client';

const NOOR = '+12025550111';

describe('the control API', () => {
	let sandbox: Sandbox;
	let client: Client;
	useSandbox({ timeScale: 0 }, (bench) => ({ sandbox, client } = bench));

	async function control(method: string, route: string, body?: unknown) {
		const response = await fetch(`${sandbox.url}/_sandbox${route}`, {
			method,
			...(body !== undefined && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	}

	it('shows the status and resets', async () => {
		await client.upsert(phone(1));
		expect((await control('GET', '/status')).body).toMatchObject({ idle: true, contacts: 6 });
		expect((await control('POST', '/reset')).body).toMatchObject({ contacts: 5 });
		expect((await control('POST', '/reset', { keepWebhooks: true })).status).toBe(200);
	});

	it('gives the journal as summary and as lists, and clears it', async () => {
		await client.send(phone(1), 'Hello');
		await client.send(phone(2), 'Hello');
		await sandbox.whenIdle();
		expect((await control('GET', '/journal')).body).toMatchObject({ sendRequests: 2, texts: 2 });
		const { requests } = (await control('GET', '/journal/requests?operationId=sendMessage')).body;
		expect(requests).toHaveLength(2);
		const encoded = encodeURIComponent(phone(2));
		const { texts } = (await control('GET', `/journal/texts?phone=${encoded}`)).body;
		expect(texts).toMatchObject([{ phone: phone(2), sender: CLUB, text: 'Hello' }]);
		expect((await control('GET', '/journal/webhooks')).body).toEqual({ attempts: [] });
		expect((await control('DELETE', '/journal')).body).toMatchObject({ requests: 0 });
	});

	it('adds, lists and clears faults', async () => {
		const { body } = await control('POST', '/faults', { kind: 'status', status: 503, count: 1 });
		expect(body).toMatchObject({ id: expect.any(String), hits: 0 });
		expect((await control('GET', '/faults')).body).toEqual({ faults: [body] });
		await control('POST', '/faults', { kind: 'truncate' });
		const one = `/faults/${String(body.id)}`;
		expect((await control('DELETE', one)).body).toEqual({ removed: true });
		expect((await control('DELETE', one)).body).toEqual({ removed: false });
		expect(sandbox.listFaults()).toMatchObject([{ kind: 'truncate' }]);
		expect((await control('DELETE', '/faults')).body).toEqual({ faults: [] });
		expect((await client.call('GET', '/lists')).status).toBe(200);
	});

	it('goes away and is there again on the same port', async () => {
		const isThere = () => client.call('GET', '/lists').then(Boolean, () => false);
		expect((await control('POST', '/restart', { downMs: 300 })).body).toEqual({ restarting: true });
		await until('going away', 5_000, async () => !(await isThere()) || undefined);
		await until('coming back', 5_000, async () => (await isThere()) || undefined);
	});

	it.each([
		['/restart', { downMs: 'long' }],
		['/faults', { kind: 'earthquake' }],
		['/faults', { kind: 'status', latency: 5 }],
		['/webhooks', { url: 'ftp://example.com' }],
		['/switches', { suspended: 'yes' }],
		['/outcomes', [{ endsWith: '1', status: 'lost' }]],
		['/replies', { phone: NOOR }],
		['/replies', { phone: NOOR, sender: '+18005550100', text: 'Hello' }],
	])('refuses POST %s %j', async (route, body) => {
		const answer = await control('POST', route, body);
		expect(answer.status).toBe(400);
		expect(answer.body.error).toEqual(expect.any(String));
	});

	it('adds, lists and removes endpoints', async () => {
		const { body } = await control('POST', '/webhooks', { url: 'http://127.0.0.1:9/hook' });
		expect((await control('GET', '/webhooks')).body).toEqual({ webhooks: [body] });
		const removed = await control('DELETE', `/webhooks/${String(body.id)}`);
		expect(removed.body).toEqual({ removed: true });
		expect((await control('DELETE', '/webhooks/wh_none')).body).toEqual({ removed: false });
	});

	it('lists short links and follows one', async () => {
		const url = 'https://harbortea.example/tasting';
		const { linkId } = await client.ok('POST', '/links/shorten', { phoneNumber: CLUB, url });
		const click = await control('POST', `/links/${String(linkId)}/clicks`, {});
		expect(click).toMatchObject({ status: 200, body: { id: linkId, clicks: 1 } });
		expect((await control('GET', '/links')).body).toMatchObject({ links: [{ clicks: 1 }] });
		expect((await control('POST', '/links/none/clicks', {})).status).toBe(400);
	});

	it('turns switches, sets outcomes and answers as a contact', async () => {
		expect((await control('POST', '/switches', { suspended: true })).body).toMatchObject({
			suspended: true,
			registration: true,
			webhookApi: 'offered',
		});
		expect((await client.call('GET', '/lists')).status).toBe(403);
		await control('POST', '/switches', { suspended: false });
		await control('POST', '/outcomes', [{ endsWith: '1', status: 'expired' }]);
		await client.send(NOOR, 'Hello');
		expect((await sandbox.whenIdle()).messages.undelivered).toBe(1);
		const reply = { phone: NOOR, sender: CLUB, text: 'stop' };
		expect((await control('POST', '/replies', reply)).body).toEqual({
			event: 'unsubscribe',
			keyword: 'STOP',
			resubscribed: false,
		});
	});
});

describe('the address', () => {
	it('is loopback unless remote access is allowed', async () => {
		await expect(startSandbox({ host: '0.0.0.0' })).rejects.toThrow('loopback only');
		const open = await startSandbox({ host: '0.0.0.0', allowRemote: true });
		await open.stop();
	});

	it('carries the API under /api/v2 and a key of the documented form', async () => {
		const sandbox = await startSandbox();
		expect(sandbox.apiUrl).toBe(`${sandbox.url}/api/v2`);
		expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(sandbox.apiKey).toMatch(/^trk_[A-Za-z0-9]{32}$/);
		await sandbox.stop();
	});
});
