import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../../sandbox/trackly';
import { Endpoints } from '../../../sandbox/core/webhooks/endpoints';
import { Journal } from '../../../sandbox/core/journal/journal';
import { webhookForm } from '../../../sandbox/trackly/webhooks/form';
import { webhookLog, type WebhookLog } from '../../../sandbox/core/webhooks/log';
import { useSandbox } from './bench';
import { CLUB, phone } from './client';
import type { Receiver } from './receiver';

const SECRET = 'a secret of the test';

describe('the log of webhooks', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	useSandbox({ timeScale: 0 }, (bench) => ({ sandbox, receiver } = bench));

	const log = async () =>
		(await (await fetch(`${sandbox.url}/_sandbox/webhook-log`)).json()) as WebhookLog;

	it.each(['hex', 'prefixed', 'base64'] as const)(
		'checks a signature that is written as %s',
		async (signatureFormat) => {
			sandbox.addWebhook({ url: receiver.url, secret: SECRET, signatureFormat });
			sandbox.answer(phone(1), CLUB, 'Hello');
			await sandbox.whenIdle();
			expect((await log()).attempts).toMatchObject([
				{ event: 'reply', attempt: 1, status: 200, outcome: 'accepted', check: 'valid' },
			]);
		},
	);

	it('never gives a secret away', async () => {
		sandbox.addWebhook({ url: receiver.url, secret: SECRET });
		sandbox.addWebhook({ url: receiver.url });
		const shown = await log();
		expect(shown.endpoints).toMatchObject([
			{ url: receiver.url, signed: true, status: 'active' },
			{ signed: false },
		]);
		expect(JSON.stringify(shown)).not.toContain(SECRET);
	});

	it('gives the newest first, each attempt by itself', async () => {
		receiver.status = 500;
		sandbox.addWebhook({ url: receiver.url });
		sandbox.answer(phone(1), CLUB, 'Hello');
		await sandbox.whenIdle();
		receiver.status = 200;
		const { total, attempts } = await log();
		expect(total).toBe(6);
		expect(attempts.map(({ attempt }) => attempt)).toEqual([6, 5, 4, 3, 2, 1]);
		expect(attempts[0]).toMatchObject({ id: 6, outcome: 'given_up', check: 'unsigned' });
	});
});

describe('the check of a signature', () => {
	const BODY = '{"event":"reply","body":"Größe"}';
	const hmac = createHmac('sha256', SECRET).update(BODY);
	const signature = hmac.digest('hex');

	/** The check of one attempt to an endpoint with the secret. */
	const check = (attempt: { body?: string; signature: string | null }, secret?: string) => {
		const endpoints = new Endpoints(() => 'wh_1', webhookForm, [
			{ url: 'http://127.0.0.1:9', secret },
		]);
		const journal = new Journal();
		journal.addWebhookAttempt({
			at: '2026-01-01T00:00:00Z',
			endpointId: endpoints.list()[0].id,
			event: 'reply',
			attempt: 1,
			status: 200,
			outcome: 'accepted',
			body: BODY,
			...attempt,
			headers: {},
		});
		return webhookLog(endpoints, journal, webhookForm, 1).attempts[0].check;
	};

	it.each([
		['the right one', { signature }, SECRET, 'valid'],
		['another secret', { signature }, 'another', 'invalid'],
		['another body', { signature, body: `${BODY} ` }, SECRET, 'invalid'],
		['half of it', { signature: signature.slice(0, 32) }, SECRET, 'invalid'],
		['nonsense', { signature: 'sha256=' }, SECRET, 'invalid'],
		['none', { signature: null }, SECRET, 'unsigned'],
		['no secret to check with', { signature }, undefined, 'unchecked'],
	])('%s', (_, attempt, secret, found) => expect(check(attempt, secret)).toBe(found));
});
