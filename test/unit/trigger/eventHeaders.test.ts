import { createHmac } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { respond, wordIn, type Trigger, type WebhookEvent } from '../../../kernel/trigger';

const SECRETS = ['first-secret', 'second-secret'];

const clicked: WebhookEvent = {
	kind: 'link.clicked',
	name: 'Link Clicked',
	description: 'Somebody opened a link',
	aliases: [],
	fields: { messageId: wordIn('message_id') },
	identity: [],
};

/** An API that names its events in headers and lets no node register itself. */
const trigger: Trigger = {
	profile: { name: 'Things', secrets: [] },
	endpointsAt: 'Things under Admin',
	events: [clicked],
	filters: [],
	signature: { signature: 'X-Signature' },
	eventHeaders: { kind: 'x-event-type', id: 'x-event-id' },
	anyWhileListening: true,
	dropsRepeats: true,
	secret: {
		credentialType: 'thingsApi',
		field: 'webhookSecret',
		pastedOnly: true,
		fieldLabel: 'Webhook Signing Secrets',
		credentialLabel: 'Things API',
	},
};

interface Call {
	body?: object;
	type?: string;
	id?: string;
	secret?: string | null;
	options?: IDataObject;
	mode?: 'webhook' | 'manual';
	node?: string;
	/** Status that n8n answers with once it has the execution. */
	answered?: number;
}

/** Calls the webhook as n8n does. @returns the items that the workflow starts with */
async function call(given: Call = {}): Promise<IDataObject[]> {
	const { body = { message_id: 'm1', at: 1 }, type = 'link.clicked', id = 'm1' } = given;
	const rawBody = Buffer.from(JSON.stringify(body));
	const { secret = SECRETS[0], node = 'n1' } = given;
	const response = Object.assign(new EventEmitter(), {
		statusCode: 200,
		status(code: number) {
			response.statusCode = code;
			return response;
		},
		json: () => response,
	});
	const parameters: IDataObject = { events: ['link.clicked'], options: given.options ?? {} };
	const context = {
		getCredentials: async () => ({ webhookSecret: SECRETS.join('\n') }),
		getNode: () => ({ id: node, name: 'Things' }),
		getWorkflow: () => ({ id: 'w1' }),
		getMode: () => given.mode ?? 'webhook',
		getNodeParameter: (name: string, fallback: unknown) => parameters[name] ?? fallback,
		getWorkflowStaticData: () => ({}),
		getHeaderData: () => ({
			...(secret !== null && {
				'x-signature': `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`,
			}),
			'x-event-type': type,
			'x-event-id': id,
		}),
		getRequestObject: () => ({ rawBody }),
		getResponseObject: () => response,
		logger: { warn: () => {} },
	};
	const { workflowData } = await respond(context as unknown as IWebhookFunctions, trigger);
	response.statusCode = given.answered ?? response.statusCode;
	response.emit('finish');
	return (workflowData ?? []).flat().map(({ json }) => json);
}

let nodes = 0;
/** A node that nothing was delivered to yet. */
const freshNode = () => `node-${nodes++}`;

describe('an event that headers name', () => {
	it('has its kind and id from them, whatever its body says', async () => {
		const items = await call({ node: freshNode(), body: { event: 'other', message_id: 'm1' } });
		expect(items).toEqual([
			{ event: 'link.clicked', messageId: 'm1', event_id: expect.stringMatching(/^[0-9a-f]{32}$/) },
		]);
	});

	it('is told from others by kind, id and body together', async () => {
		const node = freshNode();
		const options = { dropRepeats: false };
		const idOf = async (more: Call) => (await call({ node, options, ...more }))[0].event_id;
		const usual = await idOf({});
		expect(await idOf({})).toBe(usual);
		expect(await idOf({ id: 'm2' })).not.toBe(usual);
		expect(await idOf({ body: { message_id: 'm1', at: 2 } })).not.toBe(usual);
		expect(await idOf({ body: { at: 1, message_id: 'm1' } })).toBe(usual);
	});

	it('is read from its body where the headers say nothing', async () => {
		const body = { event_type: 'link.clicked', data: { message_id: 'm1' } };
		const items = await call({ node: freshNode(), type: '', id: '', body });
		expect(items).toMatchObject([{ event: 'link.clicked', messageId: 'm1' }]);
		const other = await call({ node: freshNode(), type: '', id: '', body: { ...body, at: 2 } });
		expect(other[0].event_id).not.toBe(items[0].event_id);
	});

	it('of another kind starts nothing, but is shown while the editor listens', async () => {
		expect(await call({ node: freshNode(), type: 'webhook.test' })).toEqual([]);
		const shown = await call({ node: freshNode(), type: 'webhook.test', mode: 'manual' });
		expect(shown).toMatchObject([{ event: 'webhook.test' }]);
		expect(await call({ node: freshNode(), mode: 'manual', secret: 'forged' })).toEqual([]);
	});
});

describe('secrets that are pasted', () => {
	it.each([...SECRETS.map((secret) => [secret, 1] as const), ['forged', 0], [null, 0]] as const)(
		'one a line: %s lets %i in',
		async (secret, count) => {
			expect(await call({ node: freshNode(), secret })).toHaveLength(count);
		},
	);
});

describe('an event that comes again', () => {
	it('starts the workflow once, for each node', async () => {
		const node = freshNode();
		expect(await call({ node })).toHaveLength(1);
		expect(await call({ node })).toEqual([]);
		expect(await call({ node: freshNode() })).toHaveLength(1);
	});

	it('with another moment in it is another one: two clicks may share an id', async () => {
		const node = freshNode();
		expect(await call({ node })).toHaveLength(1);
		expect(await call({ node, body: { message_id: 'm1', at: 2 } })).toHaveLength(1);
	});

	it('starts the workflow again where n8n could not take it the first time', async () => {
		const node = freshNode();
		expect(await call({ node, answered: 500 })).toHaveLength(1);
		expect(await call({ node })).toHaveLength(1);
		expect(await call({ node })).toEqual([]);
	});

	it('starts the workflow each time where the user wants that, and while the editor listens', async () => {
		const node = freshNode();
		for (const more of [{ options: { dropRepeats: false } }, { mode: 'manual' as const }]) {
			expect(await call({ node, ...more })).toHaveLength(1);
			expect(await call({ node, ...more })).toHaveLength(1);
		}
	});

	it('is not remembered by what nobody signed', async () => {
		const node = freshNode();
		const options = { allowUnsigned: true };
		expect(await call({ node, options, secret: null })).toMatchObject([{ verified: false }]);
		expect(await call({ node })).toHaveLength(1);
	});

	it('is forgotten after a thousand others', async () => {
		const node = freshNode();
		for (let at = 0; at <= 1_000; at++) await call({ node, body: { at } });
		expect(await call({ node, body: { at: 1_000 } })).toEqual([]);
		expect(await call({ node, body: { at: 0 } })).toHaveLength(1);
	});
});
