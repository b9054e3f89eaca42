import { randomBytes } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeWith } from '../../../../test/e2e/anyWorld';
import { nodeOutput } from '../../../../host/n8n';
import type { CredentialReference } from '../../../../host/n8n';
import { Client } from '../unit/sandbox/client';
import { makers } from '../unit/sandbox/bench';
import { hostileRequests, SIGNATURE, sign, type Hostile } from './hostile';
import { credentialData, CSV, TRIGGER_TYPE, useWorld } from './world';
import { startedBefore } from '../../../../test/e2e/marker';

const world = useWorld();
const TRIGGER = 'Political Comms Trigger';

/** A published workflow that starts with the trigger. */
interface Listener {
	id: string;
	url: string;
}

async function listener(
	webhookId: string,
	parameters: INodeParameters,
	credential: CredentialReference = world().credential,
): Promise<Listener> {
	const { n8n } = world();
	const trigger = nodeWith(credential, [TRIGGER, TRIGGER_TYPE], parameters, { webhookId });
	const id = await n8n.importWorkflow({ name: webhookId, nodes: [trigger], connections: {} });
	await n8n.activate(id);
	return { id, url: await n8n.webhookUrl(id) };
}

let usual: Listener;
beforeAll(async () => {
	const events = ['message.replied', 'link.clicked'];
	usual = await listener('6f1c0d9e-1111-4222-8333-444455556601', { events });
});

let made = 0;
/** A reply as Political Comms posts it; each is another event. */
const replyEvent = (more: IDataObject = {}) =>
	JSON.stringify({
		event_id: `msg_${++made}`,
		event_type: 'message.replied',
		timestamp: '2026-10-19T15:20:11Z',
		message_id: `msg_${made}`,
		conversation_id: 'cnv_6Y3L',
		project_id: 'prj_5C2A',
		from: '+12025550117',
		to: '+12025550142',
		text: 'Oui, Côté jardin',
		...more,
	});

async function post(
	url: string,
	{ method = 'POST', query = '', body, headers }: Omit<Hostile, 'kind'>,
): Promise<number> {
	const type = { 'content-type': 'application/json' };
	const options = {
		method,
		body: new Uint8Array(Buffer.from(body)),
		headers: { ...type, ...headers },
	};
	const response = await fetch(url + query, options);
	await response.text();
	return response.status;
}

const postSigned = async (url: string, body: string, secret = world().webhookSecret, more = {}) =>
	await post(url, { body, headers: { [SIGNATURE]: sign(body, secret), ...more } });

const executions = async ({ id }: Listener) => await world().n8n.executions({ workflowId: id });

/**
 * How many started since `before`, but for a signed reply that is posted as the last.
 *
 * @param atLeast how many have to
 */
async function startedSince(before: number, atLeast = 0): Promise<number> {
	const text = `Marker ${++made}`;
	expect(await postSigned(usual.url, replyEvent({ text }))).toBe(200);
	const marker = [TRIGGER, text] as const;
	return (await startedBefore(world().n8n, usual.id, marker, before + atLeast)) - before;
}

/** What the executions since `before` began with, the first one first. */
async function itemsSince(before: number, count: number, to = usual): Promise<IDataObject[]> {
	const { n8n } = world();
	const all = await n8n.waitForExecutions(to.id, before + count);
	const started = all.slice(0, all.length - before).reverse();
	const read = started.map(async ({ id }) => nodeOutput(await n8n.execution(id), TRIGGER));
	return (await Promise.all(read)).flat().map(({ json }) => json);
}

describe('what Political Comms did not send', () => {
	it('starts nothing: 420 requests of 35 kinds', async () => {
		const before = (await executions(usual)).length;
		const requests = hostileRequests(420, () => replyEvent(), world().webhookSecret);
		const statuses: Array<[kind: string, status: number]> = [];
		for (let at = 0; at < requests.length; at += 10) {
			const some = requests
				.slice(at, at + 10)
				.map(
					async (request): Promise<[string, number]> => [
						request.kind,
						await post(usual.url, request),
					],
				);
			statuses.push(...(await Promise.all(some)));
		}
		expect(await startedSince(before)).toBe(0);
		const taken = statuses.filter(([, status]) => status < 400).map(([kind]) => kind);
		// A ping is confirmed, whoever sends it.
		expect(new Set(taken)).toEqual(new Set(['a ping', 'a ping that is a reply']));
		// n8n itself fails on it, before the trigger sees it.
		const failed = statuses.filter(([, status]) => status >= 500).map(([kind]) => kind);
		expect(new Set(failed)).toEqual(new Set(['said to be compressed']));
		expect(new Set(statuses.map(([kind]) => kind)).size).toBe(35);
		expect(world().n8n.logs()).not.toContain(world().webhookSecret);
	});

	it('starts nothing where the credential holds no secret', async () => {
		const { n8n, sandbox } = world();
		const bare = await n8n.createCredential({
			name: 'No secret',
			type: 'politicalCommsApi',
			data: credentialData(sandbox),
		});
		const to = await listener('6f1c0d9e-1111-4222-8333-444455556602', {}, bare);
		expect(await postSigned(to.url, replyEvent(), '')).toBe(401);
		expect(await postSigned(to.url, replyEvent(), 'undefined')).toBe(401);
		expect(await postSigned(usual.url, replyEvent())).toBe(200);
		expect(await executions(to)).toEqual([]);
		expect(n8n.logs()).toContain('No signing secret is set');
	});
});

describe('what Political Comms sent', () => {
	it('starts in upper case and lower case, whatever type it says it has', async () => {
		const before = (await executions(usual)).length;
		const types = ['application/json; charset=utf-8', 'text/plain', 'application/octet-stream'];
		for (const type of types) {
			const more = { 'content-type': type };
			expect(await postSigned(usual.url, replyEvent(), undefined, more)).toBe(200);
		}
		const body = replyEvent();
		const upper = sign(body, world().webhookSecret).toUpperCase();
		expect(await post(usual.url, { body, headers: { [SIGNATURE]: upper } })).toBe(200);
		const started = types.length + 1;
		expect(await startedSince(before, started)).toBe(started);
	});

	it('starts once, however often it is repeated', async () => {
		const before = (await executions(usual)).length;
		const body = replyEvent();
		const headers = { 'x-event-type': 'message.replied', 'x-event-id': 'msg_same' };
		for (let time = 0; time < 5; time++) {
			expect(await postSigned(usual.url, body, undefined, headers)).toBe(200);
		}
		expect(await startedSince(before, 1)).toBe(1);
	});

	it('is confirmed and left alone where it was not picked', async () => {
		const before = (await executions(usual)).length;
		const kinds = ['message.sent', 'message.delivered', 'email.opened', 'webhook.test'];
		for (const event_type of kinds) {
			const headers = { 'x-event-type': event_type };
			expect(await postSigned(usual.url, replyEvent({ event_type }), undefined, headers)).toBe(200);
		}
		expect(await startedSince(before)).toBe(0);
	});

	it('starts by each of several secrets, one a line', async () => {
		const { n8n, sandbox } = world();
		const secrets = [1, 2, 3].map(() => `whsec_${randomBytes(24).toString('hex')}`);
		const webhookSecret = `${secrets[0]}\n${secrets[1]}, ${secrets[2]}`;
		const several = await n8n.createCredential({
			name: 'Three endpoints',
			type: 'politicalCommsApi',
			data: credentialData(sandbox, { webhookSecret }),
		});
		const to = await listener('6f1c0d9e-1111-4222-8333-444455556603', {}, several);
		for (const secret of secrets) expect(await postSigned(to.url, replyEvent(), secret)).toBe(200);
		expect(await postSigned(to.url, replyEvent(), world().webhookSecret)).toBe(401);
		expect(await itemsSince(0, 3, to)).toHaveLength(3);
		expect(await executions(to)).toHaveLength(3);
	});

	it('starts only for the projects that were picked, and where it names none', async () => {
		const filters = { projects: ['prj_5C2A', 'prj_6D3B'] };
		const to = await listener('6f1c0d9e-1111-4222-8333-444455556604', { filters });
		for (const project_id of ['prj_other', 'prj_6D3B', 'prj_5C2', undefined]) {
			expect(await postSigned(to.url, replyEvent({ project_id }))).toBe(200);
		}
		const items = await itemsSince(0, 2, to);
		expect(items.map(({ projectId }) => projectId ?? null)).toEqual(['prj_6D3B', null]);
		expect(await executions(to)).toHaveLength(2);
	});
});

describe('a whole campaign, posted by the account', () => {
	const EVENTS = [
		'contact_list.analyzed',
		'link.clicked',
		'message.delivered',
		'message.failed',
		'message.replied',
		'message.sent',
	];
	let all: Listener;
	beforeAll(async () => {
		all = await listener('6f1c0d9e-1111-4222-8333-444455556605', { events: EVENTS });
	});

	it.each([
		['flat', 'message'],
		['nested', 'unique'],
	] as const)(
		'every event starts once and a second click again: %s bodies, ids of the %s kind, each posted twice',
		async (eventBodies, eventIds) => {
			const { n8n, sandbox, files, webhookSecret } = world();
			const before = (await executions(all)).length;
			sandbox.setSwitches({ eventBodies, eventIds, webhookTwice: true });
			const signatureFormat = eventBodies === 'flat' ? 'lower' : 'upper';
			const endpoint = { url: all.url, secret: webhookSecret, events: EVENTS, signatureFormat };
			sandbox.addWebhook(endpoint);
			const client = new Client(sandbox);
			const { list, project } = makers(sandbox, client, files);
			const listId = await list(CSV);
			await client.good('POST', `/contact-lists/${listId}/analyze`);
			await sandbox.whenIdle();
			const projectId = await project(listId, {
				message_text: 'Hi {first_name}: {link}',
				link_tracking_enabled: true,
				link_tracking_destination_url: 'https://example.org/canvass',
				link_tracking_domain_id: 'tdm_1A2B',
			});
			sandbox.setOutcomes([{ endsWith: '0164', status: 'failed', errorCode: '30003' }]);
			await client.good('POST', `/projects/${projectId}/schedule`, {
				scheduled_at: '2026-10-20T09:00:00-06:00',
				scheduled_timezone: 'America/Denver',
			});
			await sandbox.whenIdle();
			const [{ phone, sender }] = sandbox.journal().texts('+12025550117');
			sandbox.answer(phone, sender, 'Yes, count me in');
			const { code } = sandbox.links().find((link) => link.phone === phone)!;
			for (let click = 0; click < 2; click++) {
				sandbox.click(code);
				await sandbox.whenIdle();
			}
			const expected = {
				'contact_list.analyzed': 1,
				'link.clicked': 2,
				'message.delivered': 2,
				'message.failed': 1,
				'message.replied': 1,
				'message.sent': 3,
			};
			const count = Object.values(expected).reduce((sum, each) => sum + each);
			const { webhooks } = sandbox.journal().summary();
			expect(webhooks).toMatchObject({ accepted: count * 2, retried: 0, givenUp: 0 });
			const items = await itemsSince(before, count, all);
			const counts: Record<string, number> = {};
			for (const { event } of items) counts[String(event)] = (counts[String(event)] ?? 0) + 1;
			expect(counts).toEqual(expected);
			expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(count);
			expect(items.find(({ event }) => event === 'message.replied')).toMatchObject({
				contactNumber: phone,
				senderNumber: sender,
				text: 'Yes, count me in',
				looksLikeOptOut: 'no',
				projectId,
			});
			expect(await n8n.executions({ workflowId: all.id })).toHaveLength(before + count);
		},
	);

	it("the dashboard's test shows up while the editor listens, and starts nothing afterwards", async () => {
		const { n8n, sandbox, webhookSecret } = world();
		const before = (await executions(usual)).length;
		const live = sandbox.addWebhook({ url: usual.url, secret: webhookSecret });
		sandbox.testWebhook(live.id);
		await sandbox.whenIdle();
		expect(sandbox.journal().webhookAttempts(live.id)).toMatchObject([{ status: 200 }]);
		expect(await startedSince(before)).toBe(0);

		const url = await n8n.listen(usual.id);
		const test = sandbox.addWebhook({ url, secret: webhookSecret });
		sandbox.testWebhook(test.id);
		const [shown] = await n8n.waitForExecutions(usual.id, before + 2);
		expect(shown.mode).toBe('manual');
		const [{ json }] = nodeOutput(await n8n.execution(shown.id), TRIGGER);
		expect(json).toMatchObject({ event: 'webhook.test' });
	});
});
