import { setTimeout as sleep } from 'node:timers/promises';
import type { BaseAccount } from './account';
import { Conformance } from './contract/conformance';
import type { ContractSource } from './contract/document';
import { ContractRouter } from './contract/router';
import type { RunningSandbox, SandboxControls, SandboxStatus } from './controls';
import { listen } from './http/server';
import type { ServerOptions } from './http/server';
import type { SandboxOptions } from './options';
import { ChangeFeed } from './phones/change-feed';
import type { Vendor } from './vendor';
import type { Endpoints } from './webhooks/endpoints';
import { NO_WEBHOOKS } from './webhooks/form';

const DEFAULT_DEADLINE_MS = 180_000;
const POLL_MS = 5;

/** What is compiled once per process and contract; it holds no state. */
const routers = new Map<object, Promise<unknown>>();
const judges = new Map<object, Conformance>();

/** Opens an account of an API on this machine and serves it, on loopback unless told otherwise. */
export async function createSandbox<
	Account extends BaseAccount,
	Options extends SandboxOptions,
	Controls extends object,
>(
	vendor: Vendor<Account, Options, Controls>,
	options: Options,
): Promise<RunningSandbox<Account> & Controls> {
	const webhookForm = vendor.webhooks ?? NO_WEBHOOKS;
	const router = await routerOf(vendor);
	const changes = new ChangeFeed();
	const stopping = new AbortController();
	const apiKey = options.apiKey ?? vendor.defaultApiKey;
	const violations: string[] = [];

	const open = (endpoints?: Endpoints): Account =>
		vendor.open(
			{
				timeScale: options.timeScale ?? 1,
				form: webhookForm,
				webhooks: options.webhooks ?? [],
				endpoints,
				isSend: vendor.isSend,
				onChange: () => changes.changed(),
			},
			options,
		);
	let account = open();

	/** Tells those who watch the page, and returns the result. */
	const changed = <Result>(result: Result): Result => {
		changes.changed();
		return result;
	};

	const moveClock = (now: number) => {
		account.clock.set(now);
		changed(account.clockMoved?.());
	};

	const controls: SandboxControls<Account> = {
		journal: () => account.journal,
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
		testWebhook: (id) => {
			const endpoint = account.endpoints.get(id);
			if (endpoint === undefined) throw new Error(`There is no webhook endpoint ${id}`);
			const test = webhookForm.dashboard?.test(account.clock.stamp());
			if (test === undefined) throw new Error('This dashboard has no test');
			account.webhooks.postOnce(endpoint, test.event, test.payload, test.headers);
		},
		repeatWebhook: (attempt) => {
			const made = account.journal.webhookAttempts()[attempt - 1];
			if (made === undefined) throw new Error(`There is no attempt ${attempt}`);
			account.webhooks.repeat(made);
		},
		setClock: (iso) => {
			const now = Date.parse(iso);
			if (Number.isNaN(now)) throw new Error(`${iso} is not a date with a time`);
			moveClock(now);
		},
		now: () => account.clock.stamp(),
		advanceClock: (seconds) => moveClock(account.clock.now() + seconds * 1_000),
		setSwitches: (changes) => changed({ ...Object.assign(account.switches, changes) }),
		reset: ({ keepWebhooks = false } = {}) => {
			account.stop();
			account = open(keepWebhooks ? account.endpoints : undefined);
			changes.changed();
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
	const own = vendor.controls(() => account);

	const { reply, links } = vendor.phones;
	const serverOptions: Omit<ServerOptions<Account>, 'port'> = {
		host: options.host ?? '127.0.0.1',
		allowRemote: options.allowRemote ?? false,
		recordBodies: options.recordBodies ?? false,
		name: vendor.name,
		account: () => account,
		router,
		refusals: vendor.refusals,
		arrive: vendor.arrive,
		finish: vendor.finish,
		maxRequestBytes: vendor.maxRequestBytes,
		watch: options.checkContract
			? {
					conformance: judgeOf(vendor.contract),
					report: (violation) => violations.push(violation),
				}
			: undefined,
		stopping: stopping.signal,
		apiKey,
		changes,
		phones: vendor.phones,
		switches: vendor.switches,
		webhookForm,
		controls,
		reply: reply && ((phone, sender, text) => reply(account, phone, sender, text)),
		followLink: links && ((linkId) => links.follow(account, linkId)),
		vendorRoutes: (app) => vendor.controlRoutes?.(app, own),
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
		...own,
		url: server.url,
		apiUrl: server.url + router.basePath,
		apiKey,
		violations: () => violations,
		stop: async () => {
			stopping.abort();
			changes.stop();
			account.stop();
			await restarting;
			await server.close();
		},
	};
}

function routerOf<Account extends BaseAccount>(
	vendor: Vendor<Account, never, object>,
): Promise<ContractRouter<Account>> {
	const known = routers.get(vendor) ?? ContractRouter.load(vendor);
	routers.set(vendor, known);
	return known as Promise<ContractRouter<Account>>;
}

function judgeOf(contract: ContractSource): Conformance {
	const known = judges.get(contract) ?? new Conformance(contract);
	judges.set(contract, known);
	return known;
}

function statusOf<Account extends BaseAccount>(account: Account): SandboxStatus<Account> {
	const pendingWebhooks = account.webhooks.pending;
	const { pendingMessages, pendingJobs } = account;
	return {
		...(account.counts() as ReturnType<Account['counts']>),
		pendingMessages,
		pendingWebhooks,
		pendingJobs,
		idle: pendingMessages + pendingWebhooks + pendingJobs === 0,
		switches: { ...account.switches } as Account['switches'],
	};
}
