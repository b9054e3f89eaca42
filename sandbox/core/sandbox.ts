import { setTimeout as sleep } from 'node:timers/promises';
import { Account } from '../trackly/account/account';
import { Conformance } from './contract/conformance';
import { ContractRouter } from './contract/router';
import type { SandboxControls, SandboxStatus } from './controls';
import { listen } from './http/server';
import type { ServerOptions } from './http/server';
import type { OutcomeRule } from '../trackly/messages/outcomes';
import { answer } from '../trackly/phones/reply';
import { PhoneNews } from './phones/change-feed';
import { click } from '../trackly/tracking/click';
import type { Endpoints, WebhookInput } from './webhooks/endpoints';

export const DEFAULT_API_KEY = 'trk_sandbox000000000000000000000demo';
const DEFAULT_DEADLINE_MS = 30_000;
const POLL_MS = 5;

export interface SandboxOptions {
	/** TCP port; 0 (default) takes a free one. */
	port?: number;
	/** Address to listen on; default 127.0.0.1. */
	host?: string;
	/** Permits a host that other machines can reach: the control API has no password. */
	allowRemote?: boolean;
	/** Default: `DEFAULT_API_KEY`. */
	apiKey?: string;
	/** Factor on every documented wait; 1 (default) is real time, 0.001 makes 10 s into 10 ms. */
	timeScale?: number;
	/** Endpoints that receive events from the start. */
	webhooks?: WebhookInput[];
	/** Whether a few contacts are there at the start; default true. The three lists always are. */
	seedContacts?: boolean;
	/** Makes all ids repeatable; without it they differ from run to run. */
	seed?: string;
	/** Keeps the parsed body of every API request in the journal; default false. */
	recordBodies?: boolean;
	/** Adds the documented brand prefix and opt-out suffix to texts for +1 lists; default false. */
	brandTexts?: boolean;
	/** Judges every request and every answer strictly by the contract; see `violations`. */
	checkContract?: boolean;
	/** What happens to texts for certain numbers; others are delivered. */
	outcomes?: OutcomeRule[];
}

/** A running account. */
export interface Sandbox extends SandboxControls {
	/** Address of the phones' page and of the control API (`/_sandbox/...`). */
	readonly url: string;
	/** Base URL of the API, `<url>/api/v2`. */
	readonly apiUrl: string;
	readonly apiKey: string;
	/** What broke the contract since the start, resets or not, with `checkContract`. */
	violations(): readonly string[];
	/** Cuts all connections and ends all timers. */
	stop(): Promise<void>;
}

/** Compiled once per process; it holds no state. */
let contract: Promise<ContractRouter> | undefined;

let conformance: Conformance | undefined;

/** Opens an account and serves it; see `startSandbox`. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
	contract ??= ContractRouter.load();
	const news = new PhoneNews();
	const stopping = new AbortController();
	const apiKey = options.apiKey ?? DEFAULT_API_KEY;
	let account = openAccount(options, news);
	const violations: string[] = [];

	/** Tells those who watch the page, and gives the result on. */
	const changed = <Result>(result: Result): Result => {
		news.changed();
		return result;
	};

	const controls: SandboxControls = {
		journal: () => account.journal,
		answer: (phone, listNumber, text) => answer(account, phone, listNumber, text),
		links: () => account.links.list(),
		click: (linkId) => click(account, linkId),
		addFault: (fault) => account.faults.add(fault),
		listFaults: () => account.faults.list(),
		removeFault: (id) => account.faults.remove(id),
		clearFaults: () => account.faults.clear(),
		restart: (downMs = 0) => (restarting ??= restart(downMs)),
		addWebhook: (webhook) => changed(account.endpoints.add(webhook)),
		listWebhooks: () => account.endpoints.list(),
		removeWebhook: (id) => changed(account.endpoints.remove(id)),
		setWebhookStatus: (id, status) => {
			const endpoint = account.endpoints.get(id);
			if (endpoint === undefined) throw new Error(`There is no webhook endpoint ${id}`);
			return changed(Object.assign(endpoint, { status }));
		},
		setSwitches: (changes) => changed({ ...Object.assign(account.switches, changes) }),
		setOutcomes: (rules) => {
			account.outcomes = rules;
		},
		reset: ({ keepWebhooks = false } = {}) => {
			account.stop();
			account = openAccount(options, news, keepWebhooks ? account.endpoints : undefined);
			news.changed();
		},
		status: () => statusOf(account),
		whenIdle: async (deadlineMs = DEFAULT_DEADLINE_MS) => {
			const deadline = Date.now() + deadlineMs;
			for (;;) {
				const status = statusOf(account);
				if (status.idle) return status;
				if (Date.now() > deadline) throw new Error(`Not idle: ${JSON.stringify(status)}`);
				await sleep(POLL_MS);
			}
		},
	};

	const serverOptions: Omit<ServerOptions, 'port'> = {
		host: options.host ?? '127.0.0.1',
		allowRemote: options.allowRemote ?? false,
		recordBodies: options.recordBodies ?? false,
		account: () => account,
		router: await contract,
		watch: options.checkContract
			? {
					conformance: (conformance ??= new Conformance()),
					report: (violation) => violations.push(violation),
				}
			: undefined,
		stopping: stopping.signal,
		apiKey,
		news,
		controls,
		restart: controls.restart,
	};
	let server = await listen({ ...serverOptions, port: options.port ?? 0 });
	const { port } = server;
	let restarting: Promise<void> | undefined;
	const restart = async (downMs: number) => {
		await server.close();
		await sleep(downMs, undefined, { signal: stopping.signal }).catch(() => undefined);
		if (!stopping.signal.aborted) server = await listen({ ...serverOptions, port });
		restarting = undefined;
	};

	return {
		...controls,
		url: server.url,
		apiUrl: `${server.url}/api/v2`,
		apiKey,
		violations: () => violations,
		stop: async () => {
			stopping.abort();
			news.stop();
			account.stop();
			await restarting;
			await server.close();
		},
	};
}

function openAccount(options: SandboxOptions, news: PhoneNews, endpoints?: Endpoints): Account {
	return new Account({
		timeScale: options.timeScale ?? 1,
		webhooks: options.webhooks ?? [],
		endpoints,
		seedContacts: options.seedContacts ?? true,
		seed: options.seed,
		brandTexts: options.brandTexts ?? false,
		outcomes: options.outcomes ?? [],
		onChange: () => news.changed(),
	});
}

function statusOf({ messages, webhooks, contacts, switches }: Account): SandboxStatus {
	const pendingMessages = messages.pending;
	const pendingWebhooks = webhooks.pending;
	return {
		messages: messages.byState(),
		pendingMessages,
		pendingWebhooks,
		idle: pendingMessages + pendingWebhooks === 0,
		contacts: contacts.count,
		switches: { ...switches },
	};
}
