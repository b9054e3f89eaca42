import { createHmac } from 'node:crypto';
import type { Sandbox } from '../../../sandbox';
import { PAST, useBench } from './bench';
import type { Bench } from './bench';
import type { Client } from './client';
import type { Receiver } from './receiver';

const CSV = 'Mobile,First\n+12025550117,Noor\n';

describe('webhooks', () => {
	let sandbox: Sandbox;
	let client: Client;
	let receiver: Receiver;
	let list: Bench['list'];
	let project: Bench['project'];
	useBench({}, (bench) => ({ sandbox, client, receiver, list, project } = bench));

	/** Texts one contact, who then answers and follows the link. */
	const campaign = async () => {
		const id = await project(await list(CSV), {
			message_text: 'See {link}',
			link_tracking_enabled: true,
			link_tracking_destination_url: 'https://example.org/canvass',
			link_tracking_domain_id: 'tdm_1A2B',
		});
		await client.good('POST', `/projects/${id}/schedule`, PAST);
		await sandbox.whenIdle();
		const [{ phone, sender }] = sandbox.journal().texts();
		sandbox.answer(phone, sender, 'Yes');
		sandbox.click(sandbox.links()[0].code);
		await sandbox.whenIdle();
		return id;
	};
	const add = (more: object = {}) => sandbox.addWebhook({ url: receiver.url, ...more });
	const hmac = (raw: Buffer, secret = '') =>
		`sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`;

	it('posts what happens, signed with the secret of the endpoint', async () => {
		const { secret } = add();
		expect(secret).toMatch(/^whsec_[0-9a-f]{48}$/);
		const project_id = await campaign();
		expect(receiver.types()).toEqual([
			'message.sent',
			'message.delivered',
			'message.replied',
			'link.clicked',
		]);
		for (const { raw, headers, event } of receiver.received) {
			expect(headers['x-webhook-signature']).toBe(hmac(raw, secret));
			expect(headers['x-event-id']).toBe(event.event_id);
			expect(headers['x-timestamp']).toMatch(/^\d{10}$/);
			expect(event).toMatchObject({ event_type: headers['x-event-type'], project_id });
		}
		const [sent, , replied, clicked] = receiver.received.map(({ event }) => event);
		expect(sent).toMatchObject({ from: '+12025550142', to: '+12025550117' });
		expect(replied).toMatchObject({
			from: '+12025550117',
			to: '+12025550142',
			text: 'Yes',
			carrier: 'Verizon',
		});
		expect(clicked).toMatchObject({ to: '+12025550117', url: 'https://example.org/canvass' });
	});

	it.each([
		['message', 2],
		['unique', 4],
	] as const)('takes the id of the %s for its events', async (eventIds, ids) => {
		sandbox.setSwitches({ eventIds });
		add();
		await campaign();
		// Sent, delivered and clicked are of one message, the reply is another.
		expect(new Set(receiver.received.map(({ event }) => event.event_id)).size).toBe(ids);
	});

	it('nests the fields under data', async () => {
		sandbox.setSwitches({ eventBodies: 'nested' });
		add();
		await campaign();
		expect(receiver.received[0].event).toEqual({
			event_id: expect.any(String),
			event_type: 'message.sent',
			timestamp: expect.any(String),
			data: expect.objectContaining({ message_id: expect.any(String) }),
		});
	});

	it('posts a failed text with its code', async () => {
		sandbox.setOutcomes([{ endsWith: '0117', status: 'failed', errorCode: '012' }]);
		add({ events: ['message.failed'] });
		const id = await project(await list(CSV));
		await client.good('POST', `/projects/${id}/schedule`, PAST);
		await sandbox.whenIdle();
		expect(receiver.received.map(({ event }) => event.error_code)).toEqual(['012']);
	});

	it('posts the end of an analysis only where it was switched on', async () => {
		add();
		const analyzed = add({ events: ['contact_list.analyzed'] });
		const id = await list(CSV);
		await client.good('POST', `/contact-lists/${id}/analyze`);
		await sandbox.whenIdle();
		expect(receiver.received).toHaveLength(1);
		const [{ raw, headers, event }] = receiver.received;
		expect(headers['x-webhook-signature']).toBe(hmac(raw, analyzed.secret));
		expect(event).toMatchObject({ list_id: id, analysis: { status: 'complete' } });
		expect(headers['x-event-id']).toBe(event.id);
	});

	it.each([
		[true, 1],
		[false, 0],
	])('raises a reply for STOP: %s', async (stopIsReply, posts) => {
		sandbox.setSwitches({ stopIsReply });
		const id = await project(await list(CSV));
		await client.good('POST', `/projects/${id}/schedule`, PAST);
		await sandbox.whenIdle();
		add();
		sandbox.answer('+12025550117', '+12025550142', 'STOP');
		await sandbox.whenIdle();
		expect(receiver.received).toHaveLength(posts);
	});

	it('repeats what was not taken three times, the same byte for byte, and then gives up', async () => {
		add({ events: ['message.sent'] });
		receiver.statuses.push(500, 404, 302, 503, 503);
		await campaign();
		expect(receiver.received).toHaveLength(4);
		const [first, ...repeats] = receiver.received;
		for (const repeat of repeats) {
			expect(repeat.raw.equals(first.raw)).toBe(true);
			expect(repeat.headers['x-timestamp']).toBe(first.headers['x-timestamp']);
		}
		const outcomes = sandbox
			.journal()
			.webhookAttempts()
			.map(({ outcome }) => outcome);
		expect(outcomes).toEqual(['retry', 'retry', 'retry', 'given_up']);
	});

	it('is posted again by hand, with the first signature', async () => {
		add({ events: ['message.sent'] });
		await campaign();
		sandbox.repeatWebhook(1);
		await sandbox.whenIdle();
		const [first, again] = receiver.received;
		expect(again.raw.equals(first.raw)).toBe(true);
		expect(again.headers['x-webhook-signature']).toBe(first.headers['x-webhook-signature']);
		expect(() => sandbox.repeatWebhook(9)).toThrow('There is no attempt 9');
	});

	it('posts a test event to one endpoint', async () => {
		const { id, secret } = add({ events: ['link.clicked'] });
		add();
		sandbox.testWebhook(id);
		await sandbox.whenIdle();
		expect(receiver.types()).toEqual(['webhook.test']);
		const [{ raw, headers }] = receiver.received;
		expect(headers['x-webhook-signature']).toBe(hmac(raw, secret));
	});

	it('writes upper case where the endpoint asks for it', async () => {
		const { secret } = add({ signatureFormat: 'upper', events: ['message.sent'] });
		await campaign();
		const [{ raw, headers }] = receiver.received;
		const [, digits] = hmac(raw, secret).split('=');
		expect(headers['x-webhook-signature']).toBe(`sha256=${digits.toUpperCase()}`);
	});

	it.each([
		['a wrong signature', { webhookSignature: 'wrong' }, /^sha256=[0-9a-f]{64}$/],
		['no signature', { webhookSignature: 'missing' }, /^undefined$/],
		['a rewritten body', { webhookRewritten: true }, /^sha256=[0-9a-f]{64}$/],
	] as const)('posts %s', async (_, switches, form) => {
		sandbox.setSwitches(switches);
		const { secret } = add({ events: ['message.sent'] });
		await campaign();
		const [{ raw, headers, event }] = receiver.received;
		const signature = String(headers['x-webhook-signature']);
		expect(signature).toMatch(form);
		expect(signature).not.toBe(hmac(raw, secret));
		expect(event.event_type).toBe('message.sent');
	});

	it('posts everything twice', async () => {
		sandbox.setSwitches({ webhookTwice: true });
		add({ events: ['message.sent'] });
		await campaign();
		const [first, second] = receiver.received;
		expect(receiver.received).toHaveLength(2);
		expect(second.raw.equals(first.raw)).toBe(true);
	});

	it('posts out of order', async () => {
		sandbox.setSwitches({ webhookDisordered: true });
		add();
		await campaign();
		expect(receiver.types()).toHaveLength(4);
		expect(receiver.types().slice(0, 2)).not.toEqual(['message.sent', 'message.delivered']);
	});
});

describe('the dashboard on the page', () => {
	let sandbox: Sandbox;
	let receiver: Receiver;
	useBench({}, (bench) => ({ sandbox, receiver } = bench));

	const ask = async (method: string, path: string, body?: object) => {
		const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
			method,
			...(body && {
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		return (await response.json()) as Record<string, unknown>;
	};

	it('says which events there are, and which are ticked at first', async () => {
		const { dashboard } = (await ask('GET', 'page')) as {
			dashboard: { events: string[]; usualEvents: string[] };
		};
		expect(dashboard.events).toContain('contact_list.analyzed');
		expect(dashboard.usualEvents).not.toContain('contact_list.analyzed');
	});

	it('adds an endpoint, shows its secret once, tests, repeats and removes it', async () => {
		const { id, secret } = await ask('POST', 'webhooks', {
			url: receiver.url,
			events: ['message.replied'],
		});
		expect(secret).toMatch(/^whsec_/);
		expect(JSON.stringify(await ask('GET', 'webhook-log'))).not.toContain(String(secret));
		expect(await ask('POST', `webhooks/${String(id)}/test`, {})).toEqual({ posted: true });
		await sandbox.whenIdle();
		const log = (await ask('GET', 'webhook-log')) as { attempts: Array<{ id: number }> };
		expect(log.attempts).toMatchObject([{ event: 'webhook.test', check: 'valid' }]);
		await ask('POST', `journal/webhooks/${log.attempts[0].id}/repeat`, {});
		await sandbox.whenIdle();
		expect(receiver.received).toHaveLength(2);
		expect(await ask('DELETE', `webhooks/${String(id)}`)).toEqual({ removed: true });
	});

	it.each([
		['GET', 'keys', undefined, { full: expect.any(String) }],
		['POST', 'settings', { importSeconds: 60 }, { importSeconds: 60 }],
		['POST', 'clock', { now: '2030-01-01T00:00:00Z' }, {}],
		['POST', 'outcomes', [{ endsWith: '1', status: 'failed' }], {}],
		['POST', 'opt-outs', { orgId: 'org_7QK2', phone: '+12025550117' }, {}],
		['POST', 'fail-next', { work: 'import' }, { work: 'import' }],
		['POST', 'settings', { nothing: 1 }, { error: expect.any(String) }],
		['POST', 'projects/prj_none/pause', { reason: 'manual' }, { error: 'There is no prj_none' }],
		['GET', 'journal/effects', undefined, { effects: [] }],
	])('takes %s %s', async (method, path, body, answer) => {
		expect(await ask(method, path, body as object | undefined)).toMatchObject(answer);
	});
});
