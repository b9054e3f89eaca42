import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import codex from '../../../nodes/Trackly/TracklyTrigger.node.json';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';
import { contractEvent, sign } from './contract';

const SECRET = 'example-secret';
const DELIVERY = contractEvent('delivery', 'delivered');

interface Call {
	body?: unknown;
	/** `null` where n8n did not keep the bytes. */
	rawBody?: Buffer | null;
	headers?: Record<string, string>;
	parameters?: Record<string, unknown>;
	credential?: () => Record<string, unknown>;
}

/** Calls `webhook()` as n8n does and tells what it answered, returned and logged. */
async function call({
	body = DELIVERY,
	rawBody = Buffer.from(JSON.stringify(body)),
	headers,
	parameters = { events: ['delivery'] },
	credential = () => ({ webhookSecret: SECRET }),
}: Call) {
	const answered: { status?: number; json?: unknown } = {};
	const logged: string[] = [];
	const response = {
		status: (status: number) => {
			answered.status = status;
			return response;
		},
		json: (json: unknown) => {
			answered.json = json;
		},
	};
	const signature = (await sign(rawBody ?? Buffer.alloc(0), SECRET)).toString('hex');
	const context = {
		getCredentials: async () => credential(),
		getNode: () => ({ name: 'Answers' }),
		getWorkflow: () => ({ id: 'w1' }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getHeaderData: () =>
			headers ?? { 'content-type': 'application/json', 'x-trackly-signature': signature },
		getRequestObject: () => (rawBody === null ? {} : { rawBody }),
		getResponseObject: () => response,
		logger: { warn: (message: string) => logged.push(message) },
	};
	const returned = await new TracklyTrigger().webhook.call(context as unknown as IWebhookFunctions);
	return { answered, logged, returned };
}

describe('webhook()', () => {
	it('starts the workflow with one item for each event', async () => {
		const { answered, logged, returned } = await call({ body: [DELIVERY, DELIVERY] });
		expect(returned).toEqual({
			workflowData: [
				[
					{ json: expect.objectContaining({ event: 'delivery', messageId: 'q7Rk2mXa' }) },
					{ json: expect.objectContaining({ event: 'delivery', messageId: 'q7Rk2mXa' }) },
				],
			],
		});
		expect(answered).toEqual({});
		expect(logged).toEqual([]);
	});

	it('gives body and headers with Simplify off', async () => {
		const { returned } = await call({ parameters: { events: ['delivery'], simplify: false } });
		expect(returned.workflowData?.[0][0].json).toMatchObject({
			body: DELIVERY,
			headers: { 'content-type': 'application/json' },
		});
	});

	it('confirms an event that is not picked, and starts nothing', async () => {
		const { returned, answered } = await call({ parameters: { events: ['reply'] } });
		expect(returned).toEqual({ webhookResponse: { message: expect.any(String) } });
		expect(answered).toEqual({});
	});

	it('answers 401 to an unsigned request, and starts nothing', async () => {
		const { returned, answered, logged } = await call({
			headers: { 'content-type': 'application/json' },
		});
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 401, json: { error: expect.any(String) } });
		expect(logged).toEqual([expect.stringContaining('"Answers" refused a request (401)')]);
	});

	it('answers 400 to a signed body that is no JSON, and starts nothing', async () => {
		const { returned, answered } = await call({ rawBody: Buffer.from('{"event"') });
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 400, json: { error: expect.any(String) } });
	});

	it('says in the log where to set the secret that is missing', async () => {
		const { answered, logged } = await call({ credential: () => ({ webhookSecret: '' }) });
		expect(answered.status).toBe(401);
		expect(logged[0]).toContain('Settings > Webhooks');
	});

	it('lets in unsigned deliveries only when told to', async () => {
		const headers = { 'content-type': 'application/json' };
		const parameters = { events: ['delivery'], options: { allowUnsigned: true } };
		const { returned } = await call({ headers, parameters });
		expect(returned.workflowData?.[0][0].json).toHaveProperty('verified', false);
	});

	it('does not throw when the credential cannot be read: that would start an execution', async () => {
		const credential = () => {
			throw new Error('Credential of +12025550117 does not exist');
		};
		const { returned, answered, logged } = await call({ credential });
		expect(returned).toEqual({ noWebhookResponse: true });
		expect(answered).toEqual({ status: 500, json: { error: expect.any(String) } });
		expect(JSON.stringify(answered)).not.toContain('Credential of');
		expect(logged[0]).toContain('Credential of …0117 does not exist');
	});

	it('never logs the secret, a signature or a phone number', async () => {
		const forged = 'f'.repeat(64);
		const { logged } = await call({
			headers: { 'content-type': 'application/json', 'x-trackly-signature': forged },
		});
		expect(logged).toHaveLength(1);
		for (const hidden of [SECRET, forged, String(DELIVERY.to)]) {
			expect(logged[0]).not.toContain(hidden);
		}
	});

	it('starts nothing for a request whose bytes n8n did not keep, as with multipart bodies', async () => {
		const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
		const parameters = { events: ['delivery'], options: { allowUnsigned: true } };
		expect((await call({ rawBody: null, headers: multipart })).answered.status).toBe(401);
		expect((await call({ rawBody: null, headers: multipart, parameters })).answered.status).toBe(
			400,
		);
		expect((await call({ rawBody: null })).answered.status).toBe(400);
	});
});

describe('By Hand', () => {
	it.each(['checkExists', 'create', 'delete'] as const)('%s has nothing to do', async (method) => {
		expect(await new TracklyTrigger().webhookMethods.default[method]()).toBe(true);
	});
});

describe('the description', () => {
	const { description } = new TracklyTrigger();
	const parameter = (name: string) =>
		description.properties.find((property) => property.name === name) as INodeProperties;

	it('keeps the names and values that saved workflows hold', () => {
		expect(description.name).toBe('tracklyTrigger');
		expect(description.webhooks).toEqual([
			expect.objectContaining({
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
			}),
		]);
		expect(parameter('registration').default).toBe('byHand');
		expect(parameter('events').options).toEqual(
			['delivery', 'reply', 'unsubscribe'].map((value) => expect.objectContaining({ value })),
		);
		expect(parameter('events').default).toEqual(['reply', 'unsubscribe']);
		expect(parameter('simplify').default).toBe(true);
		expect(parameter('options').options).toEqual([
			expect.objectContaining({ name: 'allowUnsigned', default: false }),
		]);
	});

	it('is found by its codex', () => {
		expect(codex.node).toBe(`n8n-nodes-trackly.${description.name}`);
	});
});
