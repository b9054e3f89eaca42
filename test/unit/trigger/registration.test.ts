import { WebhookPathTakenError, type WorkflowActivateMode } from 'n8n-workflow';

import type { Memory } from '../../../kernel/n8n/trigger/memory';
import { ACCOUNT, trigger, URL_OF_NODE, type Answer, type Endpoint } from './hook';

const OWNER = 'i1/w1/n1';
const about = { workflowId: 'w1' };
const HOUR = 60 * 60 * 1000;
const OTHER_KEY = `trk_${'0b'.repeat(16)}`;

const own: Endpoint = { id: 'own', url: URL_OF_NODE, events: ['reply'], status: 'active' };
const foreign: Endpoint = { id: 'crm', url: 'https://crm.example.com/hook', events: ['reply'] };
const registration = { id: 'own', secret: 'kept-secret', url: URL_OF_NODE, account: ACCOUNT };
const remembered = (memory: Memory = {}): Memory => ({
	owner: OWNER,
	registration: { ...registration },
	...memory,
});
const known = (memory: Memory): Memory => ({ owner: OWNER, ...memory });
const replacedOf = (...secrets: string[]) =>
	secrets.map((secret) => ({ secret, until: expect.any(Number) as number }));

const refusal = (status: number, code: string, error = 'No'): Answer => ({
	status,
	json: { error, code },
});
/** Answers requests that begin like this in the account's stead. */
const instead = (like: string, answer: Answer) => (request: string) =>
	request.startsWith(like) ? { instead: answer } : undefined;

const REMOVE_IT = 'Remove it in Trackly under Settings > Webhooks.';
const MANUAL_LINE = `Trigger "Answers" could not register automatically, because this Trackly account has no API for webhooks. Add this URL in Trackly under Settings > Webhooks: ${URL_OF_NODE} Then paste the signing secret of that endpoint into "Webhook Signing Secret" of the Trackly API credential.`;

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
		[
			['delivery', 'reply'],
			['reply', 'other', 'delivery'],
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

	const moved = { ...registration, url: 'https://old.example.com/webhook' };

	it.each<[string, Endpoint[], Memory]>([
		['an event more', [{ ...own, events: ['delivery', 'reply'] }], remembered()],
		['another address', [{ ...own, url: moved.url }], remembered()],
		['another address before', [own], remembered({ registration: moved })],
		['another account', [own], remembered({ registration: { ...registration, account: 'b' } })],
		['a pause', [{ ...own, status: 'paused' }], remembered()],
		['a second endpoint with its address', [own, { ...own, id: 'stray' }], remembered()],
		['no endpoint', [foreign], remembered()],
		['only one that somebody else made for its address', [{ ...own, id: 'theirs' }], remembered()],
		['one that a copy of it in another n8n made', [own], remembered({ owner: 'i2/w1/n1' })],
	])('is no for %s', async (_name, endpoints, memory) => {
		expect(await trigger({ endpoints, memory }).isRegistered()).toBe(false);
	});

	it('is yes beside endpoints that could not be removed', async () => {
		const memory = remembered({ leftovers: [{ id: 'stray' }] });
		const node = trigger({ endpoints: [own, { ...own, id: 'stray' }], memory });
		expect(await node.isRegistered()).toBe(true);
	});

	it('is yes for an endpoint that was added manually, before the account had an API for it', async () => {
		const node = trigger({ endpoints: [own], memory: known({ byHand: true }) });
		expect(await node.isRegistered()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks']);
	});

	it('is no when none was added', async () => {
		const node = trigger({ endpoints: [foreign], memory: known({ byHand: true }) });
		expect(await node.isRegistered()).toBe(false);
	});

	it('is yes manually, whatever the account has', async () => {
		const node = trigger({ memory: remembered(), parameters: { registration: 'byHand' } });
		expect(await node.isRegistered()).toBe(true);
		expect(node.requests).toEqual([]);
	});

	it('does not stumble over an address of other people that is no URL', async () => {
		const endpoints = [{ ...foreign, url: 'not a URL' }, own];
		expect(await trigger({ endpoints, memory: remembered() }).isRegistered()).toBe(true);
	});

	it('is no once the account has no API for it any more', async () => {
		const answer = instead('GET /webhooks', refusal(404, 'not_found'));
		const node = trigger({ memory: remembered(), answer });
		expect(await node.isRegistered()).toBe(false);
		expect(node.log).toEqual([]);
	});

	it('forgets what came from another workflow, its secrets first of all', async () => {
		const memory = remembered({
			owner: 'i1/w2/n1',
			replaced: [{ secret: 'foreign', until: Date.now() + HOUR }],
			leftovers: [{ id: 'left', secret: 'foreign' }],
			byHand: true,
		});
		const node = trigger({ memory, parameters: { registration: 'byHand' } });
		await node.isRegistered();
		expect(node.memory).toEqual({ owner: OWNER });
	});
});

describe('n8n that starts', () => {
	const suspended = instead('GET', refusal(403, 'suspended', 'Account suspended'));
	const restarts: WorkflowActivateMode[] = ['init', 'leadershipChange'];
	const kept = 'Trigger "Answers" could not look up its registration and keeps the current one: ';

	it.each(
		restarts.flatMap((mode) =>
			[remembered(), known({ byHand: true })].map((memory) => [mode, memory] as const),
		),
	)('keeps what it has while the account cannot be asked: %s, %j', async (mode, memory) => {
		const node = trigger({ mode, memory, answer: suspended });
		expect(await node.isRegistered()).toBe(true);
		expect(node.log).toEqual([[`${kept}Account suspended.`, about]]);
	});

	it('keeps it also when the account seems to have no such API', async () => {
		const answer = instead('GET /webhooks', { status: 404 });
		const node = trigger({ mode: 'init', memory: remembered(), answer });
		expect(await node.isRegistered()).toBe(true);
		expect(node.log).toEqual([[`${kept}this Trackly account has no API for webhooks.`, about]]);
		expect(node.memory).toEqual(remembered());
	});

	it.each(restarts)('goes on with a filter that became unusable (%s)', async (mode) => {
		const parameters = { filters: { replyMatches: '(a' } };
		const node = trigger({ mode, endpoints: [own], memory: remembered(), parameters });
		expect(await node.isRegistered()).toBe(true);
		expect(node.log).toEqual([
			[
				'Trigger "Answers" ignores a filter that cannot be used: "Reply Text Matches" is not a valid regular expression.',
				about,
			],
		]);
	});

	it('goes on with a credential that became unusable', async () => {
		const node = trigger({ mode: 'init', memory: remembered(), apiKey: 'trk_ 1' });
		expect(await node.isRegistered()).toBe(true);
		expect(node.log).toHaveLength(1);
	});

	it.each<WorkflowActivateMode>(['activate', 'update', 'manual', 'create'])(
		'is another thing than a user who publishes (%s): what is wrong is an error then',
		async (mode) => {
			const node = trigger({ mode, memory: remembered(), answer: suspended });
			await expect(node.isRegistered()).rejects.toThrow('Account suspended (suspended)');
			const parameters = { filters: { replyMatches: '(a' } };
			await expect(trigger({ mode, parameters }).isRegistered()).rejects.toThrow('not a valid');
			expect(node.log).toEqual([]);
		},
	);
});

describe('registering', () => {
	it('asks for the picked events at the address of the node, and remembers for whom', async () => {
		const parameters = { events: ['reply', 'delivery', 'other'] };
		const node = trigger({ endpoints: [foreign], parameters });
		expect(await node.register()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks', 'GET /webhooks']);
		expect(node.bodies).toEqual([
			{
				url: URL_OF_NODE,
				events: ['reply', 'delivery'],
				secret: expect.stringMatching(/^[0-9a-f]{64}$/),
			},
		]);
		expect(node.memory).toEqual({
			owner: OWNER,
			made: 1,
			registration: {
				id: node.endpoints[1].id,
				secret: (node.bodies[0] as { secret: string }).secret,
				url: URL_OF_NODE,
				account: ACCOUNT,
			},
		});
		expect(JSON.stringify(node.memory)).not.toContain('0a0a');
		expect(node.log).toEqual([]);
	});

	it('asks for no event when none is picked, which Trackly then explains', async () => {
		const node = trigger({ parameters: { events: undefined } });
		await node.register();
		expect(node.bodies).toEqual([expect.objectContaining({ events: [] })]);
	});

	it('cannot ask for Other Events alone, whose names nobody documents', async () => {
		const node = trigger({ parameters: { events: ['other'] } });
		await expect(node.register()).rejects.toThrow(/^"Events" contains only Other Events.*Manual/);
	});

	it('asks with no address when n8n knows none, which Trackly then explains', async () => {
		const answer = instead('POST', refusal(400, 'missing_url', 'url is required'));
		const node = trigger({ addressed: false, answer });
		await expect(node.register()).rejects.toThrow('url is required (missing_url)');
		expect(node.bodies).toEqual([expect.objectContaining({ url: '' })]);
	});

	it('does not remove an endpoint that Trackly has made over for it', async () => {
		const made = { ...own, events: ['delivery'] };
		const node = trigger({
			endpoints: [{ ...own, status: 'paused' }],
			memory: remembered(),
			answer: instead('POST', { status: 200, json: { webhook: made } }),
		});
		await node.register();
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks', 'GET /webhooks']);
		expect(node.memory.registration?.id).toBe('own');
	});

	it('only removes the others where its own is as it should be', async () => {
		const node = trigger({ endpoints: [own, { ...own, id: 'stray' }], memory: remembered() });
		await node.register();
		expect(node.endpoints).toEqual([own]);
		expect(node.memory).toEqual(remembered());
	});
});

describe('secrets that were replaced', () => {
	const paused = { ...own, status: 'paused' };
	const SOON = Date.now() + HOUR;

	it('count for four hours', async () => {
		const node = trigger({ endpoints: [paused], memory: remembered() });
		const before = Date.now();
		await node.register();
		const [{ secret, until }] = node.memory.replaced ?? [];
		expect(secret).toBe('kept-secret');
		expect(until - before).toBeGreaterThanOrEqual(4 * HOUR);
		expect(until - before).toBeLessThan(4 * HOUR + 60_000);
	});

	it('are forgotten after that, and at most ten are kept', async () => {
		const many = Array.from({ length: 20 }, (_, at) => ({ secret: `s${at}`, until: SOON }));
		const replaced = [{ secret: 'over', until: Date.now() - 1 }, ...many];
		const node = trigger({ endpoints: [paused], memory: remembered({ replaced }) });
		await node.register();
		expect(node.memory.replaced?.map(({ secret }) => secret)).toEqual([
			'kept-secret',
			...many.slice(0, 9).map(({ secret }) => secret),
		]);
	});

	it('are not kept for another address, which is that of another n8n', async () => {
		const before = { ...registration, url: 'https://old.example.com/webhook' };
		const node = trigger({ memory: remembered({ registration: before }) });
		await node.register();
		expect(node.memory).not.toHaveProperty('replaced');
	});

	it('of another workflow are never taken over', async () => {
		const node = trigger({ endpoints: [own], memory: remembered({ owner: 'i1/w2/n1' }) });
		await node.register();
		expect(JSON.stringify(node.memory)).not.toContain('kept-secret');
	});
});

describe('what is not this node at this address in this account', () => {
	const atSameId: Endpoint = { ...foreign, id: 'own' };

	it('another account, whose endpoint of the same id is not touched', async () => {
		const node = trigger({ endpoints: [atSameId], memory: remembered(), apiKey: OTHER_KEY });
		expect(await node.isRegistered()).toBe(false);
		await node.register();
		expect(node.endpoints).toEqual([atSameId, expect.objectContaining({ url: URL_OF_NODE })]);
		expect(node.requests.filter((request) => request.startsWith('DELETE'))).toEqual([]);
		expect(node.log).toEqual([
			[
				`Trigger "Answers" did not remove its endpoint own (${URL_OF_NODE}) in the account of the previous API key. If that is another account, remove the endpoint there under Settings > Webhooks.`,
				about,
			],
		]);
	});

	it('the same when it is unpublished', async () => {
		const node = trigger({ endpoints: [atSameId], memory: remembered(), apiKey: OTHER_KEY });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([atSameId]);
		expect(node.memory).toEqual(known({ replaced: replacedOf('kept-secret') }));
		expect(node.log).toEqual([
			[expect.stringContaining('in the account of the previous API key'), about],
		]);
	});

	it('a new key of the same account is told by the address: the old endpoint goes', async () => {
		const node = trigger({ endpoints: [foreign, own], memory: remembered(), apiKey: OTHER_KEY });
		await node.register();
		expect(node.endpoints.map(({ id }) => id)).toEqual(['crm', 'made-2']);
		expect(node.memory.replaced).toEqual(replacedOf('kept-secret'));
		expect(node.log).toEqual([]);
	});

	it('a restored copy of n8n at another address leaves the endpoint of the original alone', async () => {
		const original = { ...own, url: 'https://production.example.com/webhook/h1/webhook' };
		const memory = () => remembered({ registration: { ...registration, url: original.url } });
		const node = trigger({ mode: 'init', endpoints: [original], memory: memory() });
		expect(await node.isRegistered()).toBe(false);
		await node.register();
		expect(node.endpoints).toEqual([original, expect.objectContaining({ url: URL_OF_NODE })]);
		const line = `Trigger "Answers" did not remove its endpoint own (${original.url}), because another n8n may use it. Otherwise: ${REMOVE_IT}`;
		expect(node.log).toEqual([[line, about]]);

		const other = trigger({ endpoints: [original], memory: memory() });
		expect(await other.unregister()).toBe(true);
		expect(other.endpoints).toEqual([original]);
		expect(other.memory).toEqual(known({}));
	});

	it('another workflow, which it was copied from', async () => {
		const memory = remembered({ owner: 'i2/w1/n1', registration: { ...registration, id: 'crm' } });
		const node = trigger({ endpoints: [foreign, own], memory });
		await node.register();
		expect(node.endpoints.map(({ id }) => id)).toEqual(['crm', 'made-2']);
	});

	it('an endpoint that was added manually before the API appeared', async () => {
		const node = trigger({ endpoints: [own], memory: known({ byHand: true }) });
		await node.register();
		expect(node.endpoints).toEqual([own]);
		expect(node.memory).toEqual(known({ byHand: true }));
		expect(await node.unregister()).toBe(true);
		expect(await node.isRegistered()).toBe(true);
		expect(node.endpoints).toEqual([own]);
	});
});

describe('registering on an account without an API for webhooks', () => {
	it.each([404, 405, 501])('goes on manually when none can be made: %d', async (status) => {
		const node = trigger({ answer: instead('POST', refusal(status, 'not_here')) });
		expect(await node.register()).toBe(true);
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.memory).toEqual(known({ byHand: true }));
		expect(node.log).toEqual([[MANUAL_LINE, about]]);
	});

	it.each([400, 401, 403, 404, 405, 410, 501])(
		'goes on manually when none can be listed: %d',
		async (status) => {
			const node = trigger({ answer: instead('GET /webhooks', refusal(status, 'not_here')) });
			await node.register();
			expect(node.requests).toEqual(['GET /webhooks', 'GET /lists']);
			expect(node.memory).toEqual(known({ byHand: true }));
		},
	);

	it('goes on manually when there was one before, whose secret is kept', async () => {
		const answer = instead('GET /webhooks', refusal(404, 'not_found'));
		const node = trigger({ memory: remembered(), answer });
		await node.register();
		expect(node.memory).toEqual(remembered({ byHand: true }));
		expect(node.log).toEqual([[MANUAL_LINE, about]]);
	});

	it('stops at a wrong Base URL, where nothing is', async () => {
		const node = trigger({ answer: () => ({ instead: { status: 404 } }) });
		await expect(node.register()).rejects.toThrow(
			/There is no Trackly API at the Base URL.*\(invalid_base_url\)\. Correct the Base URL/,
		);
		expect(node.memory).toEqual(known({}));
	});

	it('registers as soon as there is one', async () => {
		const node = trigger({ endpoints: [foreign], memory: known({ byHand: true }) });
		await node.register();
		expect(node.endpoints).toHaveLength(2);
		expect(node.memory).not.toHaveProperty('byHand');
	});
});

describe('registering when something fails', () => {
	const lostPost = (request: string) =>
		request.startsWith('POST') ? { instead: undefined } : undefined;

	it('a refusal leaves everything as it was, and is not tried again', async () => {
		const answer = instead('POST', refusal(402, 'payment_failed', 'Payment failed'));
		const paused = { ...own, status: 'paused' };
		const node = trigger({ endpoints: [paused], memory: remembered(), answer });
		const error: unknown = await node.register().catch((thrown: unknown) => thrown);
		// The one class of errors after which n8n does not try again by itself.
		expect(error).toBeInstanceOf(WebhookPathTakenError);
		expect(error).toHaveProperty(
			'message',
			'Payment failed (payment_failed). Check the billing settings of your Trackly account, then run this again.',
		);
		expect(node.requests).toEqual(['GET /webhooks', 'POST /webhooks']);
		expect(node.memory).toEqual(remembered());
	});

	it('while n8n starts, a refusal may be tried again', async () => {
		const answer = instead('POST', refusal(402, 'payment_failed', 'Payment failed'));
		const error: unknown = await trigger({ mode: 'init', answer })
			.register()
			.catch((thrown: unknown) => thrown);
		expect(error).not.toBeInstanceOf(WebhookPathTakenError);
	});

	it('a response that was lost: what it may have made goes, and nothing else', async () => {
		const lost = { ...own, id: 'unheard-of' };
		const others = { ...foreign, id: 'new-crm' };
		const paused = { ...own, status: 'paused' };
		const node = trigger({
			endpoints: [foreign, paused],
			memory: remembered(),
			answer: (request) => {
				if (request.startsWith('POST')) node.endpoints.push(lost, others);
				return lostPost(request);
			},
		});
		const error: unknown = await node.register().catch((thrown: unknown) => thrown);
		expect(error).toHaveProperty('message', expect.stringContaining('was lost'));
		expect(error).not.toBeInstanceOf(WebhookPathTakenError);
		expect(node.endpoints).toEqual([foreign, paused, others]);
		expect(node.memory).toEqual(remembered());
		expect(node.log).toEqual([]);
	});

	it('a response that was lost, and no lookup after it: the loss is told, the rest logged', async () => {
		const node = trigger({
			answer: (request) =>
				node.requests.length > 2
					? { instead: refusal(402, 'payment_failed', 'Payment failed') }
					: lostPost(request),
		});
		await expect(node.register()).rejects.toThrow('was lost');
		const line =
			'Trigger "Answers" could not look for an endpoint it may have created: Payment failed.';
		expect(node.log).toEqual([[line, about]]);
	});

	it('an address that Trackly does not take: the error says which it takes, and where it is set', async () => {
		const answer = instead('POST', refusal(400, 'invalid_url', 'URL must be https'));
		await expect(trigger({ answer }).register()).rejects.toMatchObject({
			message:
				'URL must be https (invalid_url). Trackly posts only to public https URLs. Set the public URL of this n8n in N8N_WEBHOOK_URL (WEBHOOK_URL in older versions), then publish the workflow again.',
		});
	});
});

describe('an endpoint that cannot be removed', () => {
	const paused = { ...own, status: 'paused' };
	const stray = { ...own, id: 'stray' };
	const toDelete =
		(status: number, but: (id: string) => boolean = () => false) =>
		(request: string) =>
			request.startsWith('DELETE') && !but(request.split('/')[2])
				? { instead: refusal(status, `http_${status}`, `No to ${request}`) }
				: undefined;
	const left = (id: string) =>
		`Trigger "Answers" could not remove the endpoint ${id}, which also posts to this URL: No to DELETE /webhooks/${id}. ${REMOVE_IT}`;

	it('stays in use when the new one can go, and the error says why', async () => {
		const answer = toDelete(403, (id) => id.startsWith('made'));
		const node = trigger({ endpoints: [paused], memory: remembered(), answer });
		await expect(node.register()).rejects.toThrow('No to DELETE /webhooks/own');
		expect(node.endpoints).toEqual([paused]);
		expect(node.memory).toEqual(remembered());
	});

	it.each([403, 405, 501])('is used beside the new one when neither can go: %d', async (status) => {
		const node = trigger({ endpoints: [paused], memory: remembered(), answer: toDelete(status) });
		await node.register();
		expect(node.memory).toEqual(
			known({
				registration: { ...registration, id: 'made-2', secret: expect.any(String) as string },
				made: 1,
				leftovers: [{ id: 'own', secret: 'kept-secret' }],
			}),
		);
		expect(node.log).toEqual([[left('own'), about]]);
		// It stays so at the next start.
		expect(await node.isRegistered()).toBe(true);
	});

	it.each([405, 501])(
		'of unknown origin does not keep the node from registering: %d',
		async (status) => {
			const node = trigger({ endpoints: [stray], answer: toDelete(status) });
			await node.register();
			expect(node.memory).toMatchObject({
				registration: { id: 'made-2' },
				leftovers: [{ id: 'stray' }],
			});
			expect(node.log).toEqual([[left('stray'), about]]);
		},
	);

	it('is removed as soon as that is possible, and its secret is over after four hours', async () => {
		let status = 405;
		const node = trigger({
			endpoints: [paused],
			memory: remembered(),
			answer: (request) => (status === 0 ? undefined : toDelete(status)(request)),
		});
		await node.register();
		status = 0;
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([]);
		expect(node.memory).toEqual(known({ made: 1, replaced: expect.any(Array) as never }));
	});

	it('is forgotten once somebody has removed it, and its secret is over after four hours', async () => {
		const memory = remembered({
			leftovers: [{ id: 'old', secret: 'old-secret' }, { id: 'stray' }],
		});
		const node = trigger({ endpoints: [own, stray], memory });
		expect(await node.isRegistered()).toBe(true);
		expect(node.memory).toEqual(
			remembered({ leftovers: [{ id: 'stray' }], replaced: replacedOf('old-secret') }),
		);
	});

	it('when unpublished is kept in mind, and the log says what to remove', async () => {
		const node = trigger({ endpoints: [own], memory: remembered(), answer: toDelete(403) });
		expect(await node.unregister()).toBe(false);
		expect(node.memory).toMatchObject(remembered());
		expect(node.log).toEqual([[left('own'), about]]);
		// Publishing again takes it up.
		expect(await node.isRegistered()).toBe(true);
	});

	it('because the account cannot be asked: the same', async () => {
		const answer = instead('GET', refusal(403, 'http_403', 'Forbidden'));
		const node = trigger({ endpoints: [own], memory: remembered(), answer });
		expect(await node.unregister()).toBe(false);
		expect(node.memory).toEqual(remembered());
		const line = `Trigger "Answers" could not remove its endpoint own from Trackly: Forbidden. ${REMOVE_IT}`;
		expect(node.log).toEqual([[line, about]]);
	});
});

describe('taking the registration back', () => {
	it('removes the endpoint, and still knows the secret of events on their way', async () => {
		const node = trigger({ endpoints: [foreign, own], memory: remembered() });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([foreign]);
		expect(node.memory).toEqual(known({ replaced: replacedOf('kept-secret') }));
	});

	it('is done when the endpoint is gone already', async () => {
		const node = trigger({ memory: remembered() });
		expect(await node.unregister()).toBe(true);
		expect(node.memory).toEqual(known({ replaced: replacedOf('kept-secret') }));
		expect(node.log).toEqual([]);
	});

	it('finds it by its address when n8n has rolled the memory back', async () => {
		const node = trigger({ endpoints: [foreign, own] });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([foreign]);
		expect(node.log).toEqual([]);
	});

	it('looks for nothing, quietly, where nothing is known and the account cannot be asked', async () => {
		const node = trigger({ answer: instead('GET', refusal(401, 'unauthorized')) });
		expect(await node.unregister()).toBe(true);
		expect(node.log).toEqual([]);
	});

	it.each<[string, Memory, Record<string, string>]>([
		['it goes on manually', known({ byHand: true }), {}],
		['it is set to Manual', known({}), { registration: 'byHand' }],
	])('asks for nothing when %s', async (_name, memory, parameters) => {
		const node = trigger({ endpoints: [own], memory, parameters });
		expect(await node.unregister()).toBe(true);
		expect(node.requests).toEqual([]);
		expect(node.endpoints).toEqual([own]);
	});

	it('removes what was registered before it was set to Manual, and nothing that was added', async () => {
		const added = { ...own, id: 'added' };
		const parameters = { registration: 'byHand' };
		const node = trigger({ endpoints: [own, added], memory: remembered(), parameters });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([added]);
	});

	it('of another workflow only forgets it', async () => {
		const node = trigger({ endpoints: [foreign], memory: remembered({ owner: 'i1/w2/n1' }) });
		expect(await node.unregister()).toBe(true);
		expect(node.endpoints).toEqual([foreign]);
		expect(node.memory).toEqual({ owner: OWNER });
	});
});
