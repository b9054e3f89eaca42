import { createHmac } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { PoliticalCommsTrigger } from '../../../nodes/PoliticalComms/PoliticalCommsTrigger.node';
import { webhookSample } from './samples';

const SECRETS = ['secret-of-production', 'secret-of-test'];
const ALL = [
	'contact_list.analyzed',
	'link.clicked',
	'message.delivered',
	'message.failed',
	'message.replied',
	'message.sent',
];
const node = new PoliticalCommsTrigger();

interface Call {
	body: unknown;
	type?: string;
	id?: string;
	/** The header; a good signature unless given. */
	signature?: string | ((good: string) => string | undefined);
	parameters?: IDataObject;
	secrets?: string;
	node?: string;
	mode?: string;
}

/** Calls `webhook()` as n8n does. */
async function call({ body, signature, ...given }: Call) {
	const rawBody = typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
	const good = `sha256=${createHmac('sha256', SECRETS[0]).update(rawBody).digest('hex')}`;
	const header = typeof signature === 'function' ? signature(good) : (signature ?? good);
	const answered: { status: number } = { status: 200 };
	const response = Object.assign(new EventEmitter(), {
		statusCode: 200,
		status(code: number) {
			answered.status = response.statusCode = code;
			return response;
		},
		json: () => response,
	});
	const parameters: IDataObject = { events: ALL, ...given.parameters };
	const log: string[] = [];
	const context = {
		getCredentials: async () => ({ webhookSecret: given.secrets ?? SECRETS.join('\n') }),
		getNode: () => ({ id: given.node ?? `n${Math.random()}`, name: 'Political Comms Trigger' }),
		getWorkflow: () => ({ id: 'w1' }),
		getMode: () => given.mode ?? 'webhook',
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getWorkflowStaticData: () => ({}),
		getHeaderData: () => ({
			...(header !== undefined && { 'x-webhook-signature': header }),
			...(given.type !== undefined && { 'x-event-type': given.type }),
			...(given.id !== undefined && { 'x-event-id': given.id }),
		}),
		getRequestObject: () => ({ rawBody }),
		getResponseObject: () => response,
		logger: { warn: (line: string) => log.push(line) },
	} as unknown as IWebhookFunctions;
	const { workflowData } = await node.webhook.call(context);
	response.emit('finish');
	const items = (workflowData ?? []).flat().map(({ json }) => json);
	return { items, status: answered.status, log };
}

const REPLY = webhookSample('message.replied', 'guess');

describe('the documented events', () => {
	it.each<[string, string, IDataObject]>([
		['message.sent', 'guess', { messageId: 'msg_1F7S', contactNumber: '+12025550117' }],
		['message.delivered', 'guess', { projectId: 'prj_2H9B', senderNumber: '+12025550142' }],
		['message.delivered', 'nested', { messageId: 'msg_1F7S', projectId: 'prj_2H9B' }],
		['message.failed', 'guess', { errorCode: '300', contactNumber: '+13035550164' }],
		[
			'message.replied',
			'guess',
			{
				text: 'Yes, count me in',
				contactNumber: '+12025550117',
				senderNumber: '+12025550142',
				conversationId: 'cnv_6Y3L',
				occurredAt: '2026-10-20T15:04:51.020Z',
				looksLikeOptOut: 'no',
			},
		],
		['link.clicked', 'guess', { url: 'https://example.org/canvass', messageId: 'msg_1F7S' }],
		['contact_list.analyzed', 'one', { listId: 'lst_8R2N', analysisStatus: 'complete' }],
	])('%s: %s', async (type, sample, expected) => {
		const { items, status } = await call({ body: webhookSample(type, sample), type, id: 'e1' });
		expect(status).toBe(200);
		expect(items).toMatchObject([{ event: type, ...expected }]);
		expect(items[0]).not.toHaveProperty('raw');
	});

	it('come as they are, with their headers, where nothing is simplified', async () => {
		const parameters = { simplify: false };
		const { items } = await call({ body: REPLY, type: 'message.replied', parameters });
		expect(items).toMatchObject([{ body: REPLY, headers: { 'x-event-type': 'message.replied' } }]);
	});

	it.each([
		['STOP', 'yes'],
		[' stop. ', 'yes'],
		['Opt-out', 'yes'],
		['unsubscribe', 'yes'],
		['Please stop the bus', 'no'],
		['Endless', 'no'],
	])('the reply %j looks like an opt-out: %s', async (text, looks) => {
		const body = { ...(REPLY as IDataObject), text };
		const { items } = await call({ body, type: 'message.replied' });
		expect(items[0].looksLikeOptOut).toBe(looks);
	});
});

describe('who is let in', () => {
	it.each<[string, Partial<Call>]>([
		['no signature', { signature: () => undefined }],
		['an empty one', { signature: '' }],
		['one that is none', { signature: 'sha256=abc' }],
		['one of another secret', { signature: `sha256=${'0'.repeat(64)}` }],
		['a good one without a secret here', { secrets: '' }],
		['a good one with blank lines as secrets', { secrets: '\n \n' }],
	])('nobody with %s', async (_, change) => {
		const { items, status, log } = await call({ body: REPLY, type: 'message.replied', ...change });
		expect({ items, status }).toEqual({ items: [], status: 401 });
		expect(log.join()).toContain('refused a request');
		for (const secret of SECRETS) expect(log.join()).not.toContain(secret);
	});

	it('nobody whose body was written anew: its bytes are signed', async () => {
		const good = createHmac('sha256', SECRETS[0]).update('{"a": 1}').digest('hex');
		const { status } = await call({ body: '{"a":1}', signature: `sha256=${good}` });
		expect(status).toBe(401);
	});

	it('whoever signs with one of several secrets, also in upper case', async () => {
		const upper = (good: string) => `sha256=${good.slice(7).toUpperCase()}`;
		const type = 'message.replied';
		expect((await call({ body: REPLY, type, signature: upper })).items).toHaveLength(1);
		const secrets = [...SECRETS].reverse().join('\r\n');
		expect((await call({ body: REPLY, type, secrets })).items).toHaveLength(1);
	});

	it('nobody whose body is no JSON, although it is signed', async () => {
		expect(await call({ body: 'not JSON' })).toMatchObject({ items: [], status: 400 });
	});
});

describe('what starts the workflow', () => {
	it('only the events that are picked', async () => {
		const parameters = { events: ['message.replied'] };
		const sent = webhookSample('message.sent', 'guess');
		expect(await call({ body: sent, type: 'message.sent', parameters })).toMatchObject({
			items: [],
			status: 200,
		});
	});

	it('events of the given projects, and those that name none', async () => {
		const parameters = { filters: { projects: ['prj_other'] } };
		const delivered = webhookSample('message.delivered', 'guess') as IDataObject;
		const of = async (body: IDataObject) =>
			(await call({ body, type: 'message.delivered', parameters })).items.length;
		expect(await of(delivered)).toBe(0);
		expect(await of({ ...delivered, project_id: 'prj_other' })).toBe(1);
		expect(await of({ ...delivered, project_id: undefined })).toBe(1);
	});

	it("the dashboard's test, whose kind is unknown, while the editor listens", async () => {
		const body = webhookSample('other', 'test');
		expect((await call({ body, type: 'webhook.test' })).items).toEqual([]);
		expect((await call({ body, type: 'webhook.test', mode: 'manual' })).items).toHaveLength(1);
	});

	it.each([
		['of the message', 'msg_1F7S'],
		['of its own', 'evt_6L3X'],
	])('a repeat does not, a second click does; with an id %s', async (_, eventId) => {
		const at = { node: `clicks-${eventId}`, type: 'link.clicked', id: eventId };
		const click = webhookSample('link.clicked', 'guess') as IDataObject;
		expect((await call({ ...at, body: click })).items).toHaveLength(1);
		expect((await call({ ...at, body: click })).items).toHaveLength(0);
		const second = { ...click, timestamp: '2026-10-20T15:03:40.001Z' };
		expect((await call({ ...at, body: second })).items).toHaveLength(1);
	});

	it('sent and delivered of one message are two events, although they may share an id', async () => {
		const at = { node: 'both', id: 'msg_1F7S' };
		const body = webhookSample('message.sent', 'guess') as IDataObject;
		expect((await call({ ...at, body, type: 'message.sent' })).items).toHaveLength(1);
		expect((await call({ ...at, body, type: 'message.delivered' })).items).toHaveLength(1);
	});
});

it('publishing makes nothing in Political Comms, but checks the filters', async () => {
	const { checkExists } = node.webhookMethods.default;
	const published = async (contacts: string) =>
		await checkExists.call({
			getNodeParameter: () => ({ contacts }),
		} as unknown as IHookFunctions);
	expect(await published('+12025550117')).toBe(true);
	await expect(published('Noor')).rejects.toThrow('Contacts');
});
