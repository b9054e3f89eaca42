import type { BaseAccount } from './account';
import type { Fault, FaultInput } from './faults/faults';
import type { Journal } from './journal/journal';
import type { EndpointStatus, WebhookEndpoint, WebhookInput } from './webhooks/endpoints';

/** What is under way, and what the vendor's account counts. */
export type SandboxStatus<Account extends BaseAccount> = ReturnType<Account['counts']> & {
	/** Texts that have not reached a final state. */
	pendingMessages: number;
	/** Webhook posts that are neither accepted nor given up. */
	pendingWebhooks: number;
	/** Other work under way that ends by itself. */
	pendingJobs: number;
	/** Whether nothing is under way. */
	idle: boolean;
	switches: Account['switches'];
};

/** What a test can see and change from outside the API, whatever the API. */
export interface SandboxControls<Account extends BaseAccount = BaseAccount> {
	journal(): Journal;
	addFault(fault: FaultInput): Fault;
	listFaults(): Fault[];
	/** False when there is no such fault, or it is used up. */
	removeFault(id: string): boolean;
	clearFaults(): void;
	/**
	 * Cuts all connections and stops listening; comes back after `downMs` (default 0) on the same port
	 * with everything it knew.
	 */
	restart(downMs?: number): Promise<void>;
	addWebhook(webhook: WebhookInput): WebhookEndpoint;
	listWebhooks(): WebhookEndpoint[];
	/** False when there is no such endpoint. */
	removeWebhook(id: string): boolean;
	/** Pauses an endpoint or resumes it, as its owner does in the dashboard. */
	setWebhookStatus(id: string, status: EndpointStatus): WebhookEndpoint;
	/**
	 * Posts the test event of the dashboard to an endpoint.
	 *
	 * @throws Error when there is no such endpoint, or the vendor's dashboard has no test
	 */
	testWebhook(id: string): void;
	/**
	 * Posts once more what an attempt posted, as its owner does in the dashboard.
	 *
	 * @param attempt its number in the journal, from 1
	 * @throws Error when there is no such attempt, or its endpoint is gone
	 */
	repeatWebhook(attempt: number): void;
	/**
	 * Sets the account's clock to a moment, from which it goes on.
	 *
	 * @throws Error when it is not a date with a time
	 */
	setClock(iso: string): void;
	/** What the account's clock shows, ISO 8601. */
	now(): string;
	/** Sets the account's clock ahead by so many seconds. */
	advanceClock(seconds: number): void;
	/** Changes the named switches and returns all of them. */
	setSwitches(changes: Partial<Account['switches']>): Account['switches'];
	/**
	 * Back to the state after the start: contents, texts, journal, faults, endpoints, switches.
	 * `keepWebhooks` keeps the endpoints that are registered now.
	 */
	reset(options?: { keepWebhooks?: boolean }): void;
	status(): SandboxStatus<Account>;
	/** Waits until no text and no webhook is under way; throws after the deadline. */
	whenIdle(deadlineMs?: number): Promise<SandboxStatus<Account>>;
}

/** A running account. */
export interface RunningSandbox<Account extends BaseAccount> extends SandboxControls<Account> {
	/** Address of the phones' page and of the control API (`/_sandbox/...`). */
	readonly url: string;
	/** Base URL of the API. */
	readonly apiUrl: string;
	readonly apiKey: string;
	/** What broke the contract since the start, resets or not, with `checkContract`. */
	violations(): readonly string[];
	/** Cuts all connections and ends all timers. */
	stop(): Promise<void>;
}
