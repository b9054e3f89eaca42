import type { WorkflowActivateMode } from 'n8n-workflow';

import type { Memory } from '../../../kernel/n8n/trigger/memory';
import { trigger, URL_OF_NODE, type Answer, type Endpoint } from './hook';

const OWNER = 'i1/w1/n1';
const about = { workflowId: 'w1' };

const own: Endpoint = { id: 'own', url: URL_OF_NODE, events: ['reply'], status: 'active' };
const foreign: Endpoint = { id: 'crm', url: 'https://crm.example.com/hook', events: ['reply'] };
const registration = { owner: OWNER, id: 'own', secret: 'kept-secret' };
const remembered = (memory: Memory = {}): Memory => ({
	registration: { ...registration },
	...memory,
});

const refusal = (status: number, code: string, error = 'No'): Answer => ({
	status,
	json: { error, code },
});
/** Answers requests that begin like this in the account's stead. */
const instead = (like: string, answer: Answer) => (request: string) =>
	request.startsWith(like) ? { instead: answer } : undefined;

const BY_HAND_LINE = `Trackly Trigger "Answers" cannot register by itself: this Trackly account has no API for webhooks. Add this URL in Trackly under Settings > Webhooks: ${URL_OF_NODE} Then paste the signing secret of that endpoint into "Webhook Signing Secret" of the Trackly API credential`;

describe('whether the node is registered', () => {
	it('needs no look at the account when nothing was registered before', async () => {
		const node = trigger({ endpoints: [own] });
		expect(await node.isRegistered()).toBe(false);
		expect(node.requests).toEqual([]);
	});

	it('is what the account says', async () => {
		const node = trigger({ endpoints: [foreign, own], memory: remembered() });
		expect(await node.isRegistered()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks']);
	});

	it.each([
		[
			['reply', 'delivery'],
			['delivery', 'reply'],
		],
		[
			['delivery', 'reply'],
			['reply', 'delivery'],
		],
	])('does not depend on the order of events: %j is %j', async (events, picked) => {
		const node = trigger({
			endpoints: [{ ...own, events }],
			memory: remembered(),
			parameters: { events: picked },
		});
		expect(await node.isRegistered()).toBe(true);
	});

	it('does not depend on how the account spells the address', async () => {
		const url = URL_OF_NODE.replace('https://n8n.example.com', 'HTTPS://N8N.example.com:443');
		const node = trigger({ endpoints: [{ ...own, url }], memory: remembered() });
		expect(await node.isRegistered()).toBe(true);
	});

	it.each<[string, Endpoint[], Memory]>([
		['an event more', [{ ...own, events: ['delivery', 'reply'] }], remembered()],
		['another address', [{ ...own, url: 'https://old.example.com/webhook' }], remembered()],
		['a pause', [{ ...own, status: 'paused' }], remembered()],
		['a second endpoint with its address', [own, { ...own, id: 'stray' }], remembered()],
		['no endpoint', [foreign], remembered()],
		['only one that somebody else made for its address', [{ ...own, id: 'theirs' }], remembered()],
		[
			'one that a copy of the workflow in another n8n made',
			[own],
			{ registration: { ...registration, owner: 'i2/w1/n1' } },
		],
	])('is no for %s', async (_name, endpoints, memory) => {
		expect(await trigger({ endpoints, memory }).isRegistered()).toBe(false);
	});

	it('is no for an endpoint that was there before the account had an API for it', async () => {
		const node = trigger({ endpoints: [own], memory: { byHand: true } });
		expect(await node.isRegistered()).toBe(false);
		expect(node.requests).toEqual(['GET /webhooks']);
	});

	it('is yes by hand, whatever the account has', async () => {
		const node = trigger({ memory: remembered(), parameters: { registration: 'byHand' } });
		expect(await node.isRegistered()).toBe(true);
		expect(node.requests).toEqual([]);
	});

	it('does not stumble over an address of other people that is no URL', async () => {
		const endpoints = [{ ...foreign, url: 'not a URL' }, own];
		expect(await trigger({ endpoints, memory: remembered() }).isRegistered()).toBe(true);
	});

	it.each([404, 405])('is no once the account has no API for it any more: %d', async (status) => {
		const answer = instead('GET', refusal(status, 'not_found'));
		const node = trigger({ memory: remembered(), answer });
		expect(await node.isRegistered()).toBe(false);
		expect(node.log).toEqual([]);
	});

	const suspended = instead('GET', refusal(403, 'suspended', 'Account suspended'));

	it.each<[WorkflowActivateMode, string, Memory]>([
		['init', 'the one it has', remembered()],
		['leadershipChange', 'the one it has', remembered()],
		['init', 'its set-up by hand', { byHand: true }],
		['leadershipChange', 'its set-up by hand', { byHand: true }],
	])(
		'is yes for n8n that starts (%s) and cannot ask the account: it keeps %s',
		async (mode, kept, memory) => {
			const node = trigger({ mode, memory, answer: suspended });
			expect(await node.isRegistered()).toBe(true);
			const line = `Trackly Trigger "Answers" could not look up its registration in Trackly and keeps ${kept}: Account suspended`;
			expect(node.log).toEqual([[line, about]]);
		},
	);

	it.each<WorkflowActivateMode>(['activate', 'update', 'manual', 'create'])(
		'is an error when a user publishes (%s) and the account cannot be asked',
		async (mode) => {
			const node = trigger({ mode, memory: remembered(), answer: suspended });
			await expect(node.isRegistered()).rejects.toThrow('Account suspended (suspended)');
			expect(node.log).toEqual([]);
		},
	);
});

describe('registering', () => {
	it('asks for the picked events at the address of the node, and remembers for whom', async () => {
		const node = trigger({ endpoints: [foreign], parameters: { events: ['reply', 'delivery'] } });
		expect(await node.register()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.bodies).toEqual([
			{
				url: URL_OF_NODE,
				events: ['reply', 'delivery'],
				secret: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		]);
		expect(node.memory).toEqual({
			registration: {
				owner: OWNER,
				id: node.endpoints[1].id,
				secret: (node.bodies[0] as { secret: string }).secret,
			},
		});
		expect(node.log).toEqual([]);
	});

	it('asks for no event when none is picked, which Trackly then explains', async () => {
		const node = trigger({ parameters: { events: undefined } });
		await node.register();
		expect(node.bodies).toEqual([expect.objectContaining({ events: [] })]);
	});

	it('asks with no address when n8n knows none, which Trackly then explains', async () => {
		const answer = instead('POST', refusal(400, 'missing_url', 'url is required'));
		const node = trigger({ addressed: false, answer });
		await expect(node.register()).rejects.toThrow('url is required (missing_url)');
		expect(node.bodies).toEqual([expect.objectContaining({ url: '' })]);
	});

	it('keeps the secret before, and the one before that only while there is no newer', async () => {
		const second = trigger({ memory: remembered({ previousSecret: 'oldest' }) });
		await second.register();
		expect(second.memory.previousSecret).toBe('kept-secret');
		const again = trigger({ memory: { previousSecret: 'oldest' } });
		await again.register();
		expect(again.memory.previousSecret).toBe('oldest');
	});

	it('does not remove an endpoint that Trackly has made over for it', async () => {
		const made = { ...own, events: ['delivery'] };
		const node = trigger({
			endpoints: [own],
			memory: remembered(),
			answer: instead('POST', { status: 200, json: { webhook: made } }),
		});
		await node.register();
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.memory.registration?.id).toBe('own');
	});

	it('at a new address removes the endpoint that it had at the old one', async () => {
		const moved = { ...own, url: 'https://old.example.com/webhook' };
		const node = trigger({ endpoints: [foreign, moved], memory: remembered() });
		await node.register();
		expect(node.endpoints.map(({ url }) => url)).toEqual([foreign.url, URL_OF_NODE]);
	});

	it('takes over the address from a workflow of another n8n that it was copied from', async () => {
		const memory = { registration: { ...registration, owner: 'i2/w1/n1', id: 'crm' } };
		const node = trigger({ endpoints: [foreign, own], memory });
		await node.register();
		expect(node.endpoints.map(({ id }) => id)).toEqual(['crm', 'made-2']);
	});
});

describe('registering on an account without an API for webhooks', () => {
	it.each([404, 405, 501])('goes on by hand when it cannot be made: %d', async (status) => {
		const node = trigger({ answer: instead('POST', refusal(status, 'not_here')) });
		expect(await node.register()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.memory).toEqual({ byHand: true });
		expect(node.log).toEqual([[BY_HAND_LINE, about]]);
	});

	it('goes on by hand when there was one before, whose secret is kept', async () => {
		const answer = instead('GET', refusal(404, 'not_found'));
		const node = trigger({ memory: remembered(), answer });
		await node.register();
		expect(node.memory).toEqual({ ...remembered(), byHand: true });
		expect(node.log).toEqual([[BY_HAND_LINE, about]]);
	});
});

describe('registering when something fails', () => {
	const lostPost = (request: string) =>
		request.startsWith('POST') ? { instead: undefined } : undefined;

	it('a refusal leaves everything as it was', async () => {
		const answer = instead('POST', refusal(402, 'payment_failed', 'Payment failed'));
		const node = trigger({ endpoints: [own], memory: remembered(), answer });
		await expect(node.register()).rejects.toThrow('Payment failed (payment_failed)');
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.memory).toEqual(remembered());
	});

	it('an answer that was lost: what it may have made goes, and nothing else', async () => {
		const lost = { ...own, id: 'unheard-of' };
		const others = { ...foreign, id: 'new-crm' };
		const node = trigger({
			endpoints: [foreign, own],
			memory: remembered(),
			answer: (request) => {
				if (request.startsWith('POST')) node.endpoints.push(lost, others);
				return lostPost(request);
			},
		});
		await expect(node.register()).rejects.toThrow('was lost');
		expect(node.endpoints).toEqual([foreign, own, others]);
		expect(node.memory).toEqual(remembered());
		expect(node.log).toEqual([]);
	});

	it('an answer that was lost, and no look-up after it: the loss is told, the rest logged', async () => {
		const node = trigger({
			answer: (request) =>
				node.requests.length === 3
					? { instead: refusal(403, 'suspended', 'Account suspended') }
					: lostPost(request),
		});
		await expect(node.register()).rejects.toThrow('was lost');
		const line =
			'Trackly Trigger "Answers" could not look for an endpoint that it may have made: Account suspended';
		expect(node.log).toEqual([[line, about]]);
	});

	it('neither the old endpoint nor the new one can be removed: the first reason is told', async () => {
		const node = trigger({
			endpoints: [own],
			memory: remembered(),
			answer: (request) =>
				request.startsWith('DELETE')
					? { instead: refusal(403, 'http_403', `No to ${request}`) }
					: undefined,
		});
		await expect(node.register()).rejects.toThrow('No to DELETE /webhooks/own');
		expect(node.requests.slice(2)).toEqual(['DELETE /webhooks/own', 'DELETE /webhooks/made-2']);
		expect(node.memory).toEqual(remembered());
	});

	it('an address that Trackly does not take: the error says which it takes, and where it is set', async () => {
		const answer = instead('POST', refusal(400, 'invalid_url', 'URL must be https'));
		await expect(trigger({ answer }).register()).rejects.toMatchObject({
			message:
				'URL must be https. Trackly posts to public https addresses only. Give n8n one that can be reached from outside (WEBHOOK_URL), then publish the workflow again (invalid_url)',
		});
	});

	it('anything else: the error says nothing of addresses, and what to do about it', async () => {
		const answer = instead('POST', refusal(400, 'missing_events', 'events is required'));
		await expect(trigger({ answer }).register()).rejects.toMatchObject({
			message: 'events is required (missing_events)',
			description: 'Pick at least one event.',
		});
	});
});

describe('taking the registration back', () => {
	it('removes the endpoint, and still knows the secret of events on their way', async () => {
		const node = trigger({ endpoints: [foreign, own], memory: remembered() });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([foreign]);
		expect(node.memory).toEqual({ previousSecret: 'kept-secret' });
	});

	it('is done when the endpoint is gone already', async () => {
		const node = trigger({ memory: remembered() });
		expect(await node.unregister()).toBe(true);
		expect(node.memory).toEqual({ previousSecret: 'kept-secret' });
		expect(node.log).toEqual([]);
	});

	it('asks for nothing when nothing was registered', async () => {
		const node = trigger({ endpoints: [own], memory: { byHand: true, previousSecret: 'oldest' } });
		expect(await node.unregister()).toBe(true);
		expect(node.requests).toEqual([]);
		expect(node.memory).toEqual({ previousSecret: 'oldest' });
	});

	it('of another workflow only forgets it', async () => {
		const node = trigger({
			endpoints: [own],
			memory: { registration: { ...registration, owner: 'i1/w2/n1' } },
		});
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([own]);
		expect(node.requests).toEqual([]);
		expect(node.memory).toEqual({});
	});

	it('that cannot be done says which endpoint is left, and keeps it in mind', async () => {
		const answer = instead('DELETE', refusal(403, 'http_403', 'Forbidden'));
		const node = trigger({ endpoints: [own], memory: remembered({ byHand: true }), answer });
		expect(await node.unregister()).toBe(false);
		expect(node.memory).toEqual(remembered());
		const line =
			'Trackly Trigger "Answers" could not remove its endpoint own from Trackly: Forbidden';
		expect(node.log).toEqual([[line, about]]);
	});
});
