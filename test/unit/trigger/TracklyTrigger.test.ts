import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import codex from '../../../nodes/Trackly/TracklyTrigger.node.json';
import { TracklyTrigger } from '../../../nodes/Trackly/TracklyTrigger.node';
import type { Memory } from '../../../kernel/n8n/trigger/memory';
import { contractEvent, sign } from './contract';

const SECRET = 'example-secret';
const DELIVERY = contractEvent('delivery', 'delivered');

const REGISTRATION = {
	id: 'wh_1',
	secret: SECRET,
	url: 'https://n8n.example.com/webhook/h1/webhook',
	account: 'a',
};
const SOON = () => Date.now() + 60_000;

interface Call {
	body?: unknown;
	/** `null` where n8n did not keep the bytes. */
	rawBody?: Buffer | null;
	headers?: Record<string, string>;
	parameters?: Record<string, unknown>;
	credential?: () => Record<string, unknown>;
	/** What the node has kept in the workflow. */
	memory?: Memory;
}

/** Calls `webhook()` as n8n does and tells what it answered, returned and logged. */
async function call({
	body = DELIVERY,
	rawBody = Buffer.from(JSON.stringify(body)),
	headers,
	parameters: given = { events: ['delivery'] },
	credential = () => ({ webhookSecret: SECRET }),
	memory = {},
}: Call) {
	// Most of these tests are about the secret of the credential.
	const parameters: Record<string, unknown> = { registration: 'byHand', ...given };
	const answered: { status?: number; json?: unknown } = {};
	const logged: string[] = [];
	const logAbout: unknown[] = [];
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
		getCredentials: async (type: string) => (type === 'tracklyApi' ? credential() : {}),
		getNode: () => ({ name: 'Answers' }),
		getWorkflow: () => ({ id: 'w1' }),
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getWorkflowStaticData: () => memory,
		getHeaderData: () =>
			headers ?? { 'content-type': 'application/json', 'x-trackly-signature': signature },
		getRequestObject: () => (rawBody === null ? {} : { rawBody }),
		getResponseObject: () => response,
		logger: {
			warn: (message: string, about: unknown) => {
				logged.push(message);
				logAbout.push(about);
			},
		},
	};
	const returned = await new TracklyTrigger().webhook.call(context as unknown as IWebhookFunctions);
	return { answered, logged, logAbout, returned };
}

describe('webhook()', () => {
	it('starts the workflow with one item for each event', async () => {
		const { answered, logged, returned } = await call({ body: [DELIVERY, DELIVERY] });
		expect(returned).toEqual({
			workflowData: [
				[
					{ json: expect.objectContaining({ event: 'delivery', message_id: 'q7Rk2mXa' }) },
					{ json: expect.objectContaining({ event: 'delivery', message_id: 'q7Rk2mXa' }) },
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

	it('says to the sender what it did not take, and to the log which workflow and why', async () => {
		const credential = () => {
			throw new Error('No credential.');
		};
		const { answered, logged, logAbout } = await call({ credential });
		expect(answered).toEqual({ status: 500, json: { error: 'The event could not be processed' } });
		expect(logged).toEqual(['Trigger "Answers" refused a request (500). No credential.']);
		expect(logAbout).toEqual([{ workflowId: 'w1' }]);
		const unsigned = await call({ headers: {} });
		expect(unsigned.answered.json).toEqual({ error: 'The request is not signed' });
		expect(unsigned.logged).toEqual([
			'Trigger "Answers" refused a request (401). The request has no X-Trackly-Signature header, so anyone could have sent it.',
		]);
	});

	it('does not throw whatever n8n throws', async () => {
		const credential = () => {
			throw 'no credential';
		};
		const { answered, logged } = await call({ credential });
		expect(answered.status).toBe(500);
		expect(logged).toEqual(['Trigger "Answers" refused a request (500). no credential.']);
	});

	it('waits for nothing while no event is picked', async () => {
		const { returned } = await call({ parameters: {} });
		expect(returned).toEqual({
			webhookResponse: { message: 'This workflow does not wait for this event' },
		});
	});

	it('takes every event while its filters cannot be used', async () => {
		const parameters = { events: ['delivery'], filters: { replyMatches: '(' } };
		const { returned, logged } = await call({ parameters });
		const forged = await call({ parameters, headers: {} });
		expect(forged.logged).toEqual([expect.stringContaining('refused a request (401)')]);
		expect(returned.workflowData?.[0]).toHaveLength(1);
		expect(logged).toEqual([
			'Trigger "Answers" ignores the filter Reply Text Matches. "Reply Text Matches" is not a valid regular expression.',
		]);
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

describe('with manual registration', () => {
	const registration = { ...REGISTRATION, secret: 'registered-secret' };
	const parameters = { events: ['delivery'], registration: 'byHand' };

	it.each<[string, Memory]>([
		['registered', { registration: { ...registration, secret: SECRET } }],
		['registered before that', { registration, replaced: [{ secret: SECRET, until: SOON() }] }],
	])(
		'still takes events signed with the secret that was %s automatically',
		async (_name, memory) => {
			const credential = () => ({ webhookSecret: 'pasted-secret' });
			const { returned } = await call({ parameters, credential, memory });
			expect(returned.workflowData?.[0]).toHaveLength(1);
		},
	);
});

describe('with automatic registration', () => {
	const parameters = { events: ['delivery'], registration: 'automatic' };
	const registration = REGISTRATION;
	/** Nobody's: what the requests are not signed with. */
	const credential = () => ({ webhookSecret: 'pasted-secret' });

	it('takes events signed with the secret of the registration, not with that of the credential', async () => {
		const { returned } = await call({ parameters, credential, memory: { registration } });
		expect(returned.workflowData?.[0]).toHaveLength(1);
		const other = { ...registration, secret: 'another-secret' };
		const { answered } = await call({ parameters, memory: { registration: other } });
		expect(answered.status).toBe(401);
	});

	it('does not read the credential for it', async () => {
		const unread = () => {
			throw new Error('was read');
		};
		const { returned } = await call({ parameters, credential: unread, memory: { registration } });
		expect(returned.workflowData?.[0]).toHaveLength(1);
	});

	it('takes events signed with a replaced secret until its time is over', async () => {
		const registered = { registration: { ...registration, secret: 'new-secret' } };
		const replaced = (until: number) => ({ ...registered, replaced: [{ secret: SECRET, until }] });
		const { returned } = await call({ parameters, memory: replaced(SOON()) });
		expect(returned.workflowData?.[0]).toHaveLength(1);
		const { answered } = await call({ parameters, memory: replaced(Date.now() - 1) });
		expect(answered.status).toBe(401);
	});

	it('takes events of an endpoint that could not be removed', async () => {
		const memory = {
			registration: { ...registration, secret: 'new-secret' },
			leftovers: [{ id: 'unknown' }, { id: 'old', secret: SECRET }],
		};
		const { returned } = await call({ parameters, memory });
		expect(returned.workflowData?.[0]).toHaveLength(1);
	});

	it('refuses events while there is no secret yet, so that Trackly sends them again', async () => {
		const { answered, logged } = await call({ parameters });
		expect(answered.status).toBe(401);
		expect(logged[0]).toContain('not complete');
	});

	it('takes the secret of the credential on accounts that have no API for it', async () => {
		const { returned } = await call({ parameters, memory: { byHand: true } });
		expect(returned.workflowData?.[0]).toHaveLength(1);
	});

	it.each([
		['while there is no secret yet', {}],
		['signed with another secret', { registration: { ...registration, secret: 'other' } }],
	])('a ping is confirmed and starts nothing: %s', async (_name, memory) => {
		const { answered, returned } = await call({ parameters, memory, body: { event: 'ping' } });
		expect(returned).toEqual({ webhookResponse: { message: expect.any(String) } });
		expect(answered).toEqual({});
	});

	it('nothing hides behind a ping', async () => {
		const { answered } = await call({ parameters, body: [{ event: 'ping' }, DELIVERY] });
		expect(answered.status).toBe(401);
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
		const registration = parameter('registration');
		expect(registration.default).toBe('automatic');
		expect(registration.options).toMatchObject([{ value: 'automatic' }, { value: 'byHand' }]);
		expect(description.version).toBe(1);
		expect(parameter('events').options).toEqual(
			['reply', 'unsubscribe', 'delivery', 'other'].map((value) =>
				expect.objectContaining({ value }),
			),
		);
		expect(parameter('events').default).toEqual(['reply', 'unsubscribe']);
		expect(parameter('simplify').default).toBe(true);
		expect(parameter('options').options).toEqual([
			expect.objectContaining({ name: 'allowUnsigned', default: false }),
		]);
	});

	it('has a filter for each thing that tells events apart', () => {
		const names = parameter('filters').options?.map(({ name }) => name);
		expect(names).toEqual([
			'contacts',
			'deliveryStatuses',
			'lists',
			'replyContains',
			'replyMatches',
		]);
	});

	it('is found by its codex', () => {
		expect(codex.node).toBe(`n8n-nodes-trackly.${description.name}`);
	});
});
