import type { Switches } from '../trackly/account/switches';
import type { Fault, FaultInput } from './faults/faults';
import type { Journal } from './journal/journal';
import type { MessageState } from '../trackly/messages/message';
import type { OutcomeRule } from '../trackly/messages/outcomes';
import type { AnswerResult } from '../trackly/phones/reply';
import type { ShortLink } from '../trackly/tracking/links';
import type { EndpointStatus, WebhookEndpoint, WebhookInput } from './webhooks/endpoints';

export interface SandboxStatus {
	/** Messages by state. */
	messages: Record<MessageState, number>;
	/** Messages that have not reached a final state. */
	pendingMessages: number;
	/** Webhook posts that are neither accepted nor given up. */
	pendingWebhooks: number;
	/** Whether nothing is under way. */
	idle: boolean;
	contacts: number;
	switches: Switches;
}

/** What a test can see and change from outside the API. */
export interface SandboxControls {
	journal(): Journal;
	/** Texts the account as the contact; an opt-out word unsubscribes. */
	answer(phone: string, listNumber: string, text: string): AnswerResult;
	/** Short links made so far, with their clicks. */
	links(): ShortLink[];
	/** Follows a short link as its contact, and gives the link. */
	click(linkId: string): ShortLink;
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
	/** Changes the named switches and gives all of them. */
	setSwitches(changes: Partial<Switches>): Switches;
	setOutcomes(rules: OutcomeRule[]): void;
	/**
	 * Back to the state after the start: contacts, messages, journal, faults, endpoints, switches.
	 * `keepWebhooks` keeps the endpoints that are registered now.
	 */
	reset(options?: { keepWebhooks?: boolean }): void;
	status(): SandboxStatus;
	/** Waits until no message and no webhook is under way; throws after the deadline. */
	whenIdle(deadlineMs?: number): Promise<SandboxStatus>;
}
