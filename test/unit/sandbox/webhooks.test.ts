import { createHmac } from 'node:crypto';
import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox } from '../../../sandbox/trackly';
import { CLUB, Client, phone } from './client';
import { eventually } from './eventually';
import { Receiver } from './receiver';

const SECRET = 'whsec-tea';

describe('webhooks', () => {
	let sandbox: Sandbox;
	let client: Client;
	let receiver: Receiver;
	beforeEach(async () => {
		receiver = await new Receiver().start();
		sandbox = await startSandbox({ timeScale: 0 });
		client = new Client(sandbox);
	});
	afterEach(async () => {
		await sandbox.stop();
		await receiver.stop();
	});
	const reply = (text = 'YES') => sandbox.answer(phone(1), CLUB, text);
	const register = async (body: object) => await client.call('POST', '/webhooks', { body });

	it.each([
		['hex', (hmac: Buffer) => hmac.toString('hex')],
		['prefixed', (hmac: Buffer) => `sha256=${hmac.toString('hex')}`],
		['base64', (hmac: Buffer) => hmac.toString('base64')],
	] as const)('signs the exact bytes as %s', async (signatureFormat, written) => {
		sandbox.addWebhook({ url: receiver.url, secret: SECRET, signatureFormat });
		reply('Grüße 🍵');
		await sandbox.whenIdle();
		const [{ raw, signature }] = receiver.received;
		expect(signature).toBe(written(createHmac('sha256', SECRET).update(raw).digest()));
	});

	it('signs hex by default and nothing without a secret', async () => {
		sandbox.addWebhook({ url: receiver.url, secret: SECRET });
		sandbox.addWebhook({ url: receiver.url });
		reply();
		await sandbox.whenIdle();
		const signatures = receiver.received.map(({ signature }) => signature);
		expect(signatures.sort()).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), undefined]);
	});

	it('posts to each endpoint the events it wants', async () => {
		const other = await new Receiver().start();
		sandbox.addWebhook({ url: receiver.url, events: ['unsubscribe'] });
		sandbox.addWebhook({ url: other.url, events: ['reply', 'unsubscribe'] });
		reply('YES');
		reply('STOP');
		await sandbox.whenIdle();
		expect(receiver.received.map(({ event }) => event.event)).toEqual(['unsubscribe']);
		expect(other.received.map(({ event }) => event.event).sort()).toEqual(['reply', 'unsubscribe']);
		await other.stop();
	});

	it('tries again until a receiver that was down is back, and delivers once', async () => {
		const { port, url } = receiver;
		await receiver.stop();
		sandbox.addWebhook({ url, secret: SECRET });
		for (const n of [1, 2, 3]) sandbox.answer(phone(n), CLUB, 'YES');
		await eventually('three failed tries', () => sandbox.journal().webhookAttempts().length >= 3);
		expect(sandbox.status()).toMatchObject({ pendingWebhooks: 3, idle: false });
		receiver = await new Receiver().start(port);
		await sandbox.whenIdle();
		const senders = receiver.received.map(({ event }) => event.phone_number);
		expect(senders.sort()).toEqual([phone(1), phone(2), phone(3)]);
		expect(sandbox.journal().webhookAttempts()[0]).toMatchObject({
			attempt: 1,
			status: null,
			error: expect.stringContaining('ECONNREFUSED'),
			outcome: 'retry',
		});
		expect(sandbox.journal().summary().webhooks).toMatchObject({ accepted: 3, givenUp: 0 });
	});

	it('tries six times in all, with the same bytes and signature, then gives up', async () => {
		receiver.status = 500;
		sandbox.addWebhook({ url: receiver.url, secret: SECRET });
		reply();
		await sandbox.whenIdle();
		expect(receiver.received).toHaveLength(6);
		expect(new Set(receiver.received.map(({ raw }) => raw.toString())).size).toBe(1);
		expect(new Set(receiver.received.map(({ signature }) => signature)).size).toBe(1);
		expect(sandbox.journal().summary().webhooks).toEqual({
			attempts: 6,
			accepted: 0,
			retried: 5,
			givenUp: 1,
		});
	});

	it.each([301, 404])('counts %i as a failure', async (status) => {
		receiver.status = status;
		sandbox.addWebhook({ url: receiver.url });
		reply();
		await eventually('a second try', () => receiver.received.length >= 2);
	});

	it('pauses an endpoint after five events given up', async () => {
		receiver.status = 500;
		sandbox.addWebhook({ url: receiver.url });
		for (let n = 0; n < 5; n += 1) reply(String(n));
		await sandbox.whenIdle();
		expect(sandbox.listWebhooks()).toMatchObject([{ status: 'paused' }]);
		const posts = receiver.received.length;
		reply('unheard');
		await sandbox.whenIdle();
		expect(receiver.received).toHaveLength(posts);
	});

	it('registers, shows and removes endpoints through the API', async () => {
		const made = await register({ url: receiver.url, events: ['reply'] });
		expect(made.body).toMatchObject({ status: 'active', secret: expect.any(String) });
		const { secret, ...shown } = made.body;
		const route = `/webhooks/${String(made.body.id)}`;
		expect((await client.call('GET', route)).body).toEqual(shown);
		expect((await client.call('GET', '/webhooks')).body).toEqual({ webhooks: [shown] });
		reply();
		await sandbox.whenIdle();
		const [{ raw, signature }] = receiver.received;
		expect(signature).toBe(createHmac('sha256', String(secret)).update(raw).digest('hex'));
		expect((await client.call('DELETE', route)).body).toEqual({ success: true, deleted: true });
		expect((await client.call('DELETE', route)).status).toBe(404);
	});

	it('keeps the secret it is given', async () => {
		const made = await register({ url: receiver.url, events: ['reply'], secret: 'longenough' });
		expect(made.body.secret).toBe('longenough');
	});

	it('pings a new endpoint once, signed, whatever it answers', async () => {
		receiver.status = 500;
		const { body } = await register({ url: receiver.url, events: ['reply'] });
		await sandbox.whenIdle();
		expect(receiver.received).toEqual([
			expect.objectContaining({ event: expect.objectContaining({ event: 'ping' }) }),
		]);
		const [{ raw, signature }] = receiver.received;
		expect(signature).toBe(createHmac('sha256', String(body.secret)).update(raw).digest('hex'));
		expect(sandbox.listWebhooks()).toMatchObject([{ status: 'active' }]);
	});

	it('keeps a log for each endpoint, and resumes a paused one', async () => {
		const post = async (path: string, body?: object) => {
			const method = body === undefined ? 'GET' : 'POST';
			const headers = { 'content-type': 'application/json' };
			const response = await fetch(`${sandbox.url}/_sandbox/webhooks/${path}`, {
				method,
				...(body && { headers, body: JSON.stringify(body) }),
			});
			return (await response.json()) as Record<string, unknown>;
		};
		const [one, other] = [
			sandbox.addWebhook({ url: receiver.url }),
			sandbox.addWebhook({ url: receiver.url }),
		];
		expect(await post(`${one.id}/status`, { status: 'paused' })).toMatchObject({
			status: 'paused',
		});
		reply('to the other');
		await sandbox.whenIdle();
		expect(await post(`${one.id}/status`, { status: 'active' })).toMatchObject({
			status: 'active',
		});
		reply('to both');
		await sandbox.whenIdle();
		expect((await post(`${one.id}/attempts`)).attempts).toHaveLength(1);
		expect((await post(`${other.id}/attempts`)).attempts).toHaveLength(2);
		expect(await post('wh_none/status', { status: 'active' })).toMatchObject({
			error: 'There is no webhook endpoint wh_none',
		});
	});

	it.each([
		['not_found', 404],
		['method_not_allowed', 405],
		['not_implemented', 501],
		['bad_request', 400],
		['unauthorized', 401],
		['forbidden', 403],
		['page', 200],
	] as const)(
		'may be missing in many ways (%s), while the lists are there',
		async (webhookApi, status) => {
			sandbox.setSwitches({ webhookApi });
			const headers = { 'X-Api-Key': sandbox.apiKey };
			const response = await fetch(`${sandbox.apiUrl}/webhooks`, { headers });
			expect(response.status).toBe(status);
			expect(response.headers.get('content-type')?.includes('html')).toBe(webhookApi === 'page');
			expect((await fetch(`${sandbox.apiUrl}/lists`, { headers })).status).toBe(200);
		},
	);

	it('has no webhooks API when registration is off', async () => {
		sandbox.setSwitches({ registration: false });
		expect((await register({ url: receiver.url, events: ['reply'] })).status).toBe(404);
		expect((await client.call('GET', '/webhooks')).status).toBe(404);
		expect((await client.call('GET', '/webhooks/wh_1')).status).toBe(404);
		expect((await client.call('DELETE', '/webhooks/wh_1')).status).toBe(404);
	});

	it('keeps registrations over a reset when asked', async () => {
		const { id } = sandbox.addWebhook({ url: receiver.url });
		sandbox.reset({ keepWebhooks: true });
		expect(sandbox.listWebhooks()).toMatchObject([{ id }]);
		sandbox.reset();
		expect(sandbox.listWebhooks()).toEqual([]);
	});
});
