import type { FaultKind } from '../faults/faults';
import { RequestTotals } from './request-totals';
import type { OperationSummary } from './request-totals';

export type { OperationSummary } from './request-totals';

/** One API request as the account saw it. */
export interface RequestEntry {
	id: number;
	/** Arrival, ISO 8601. */
	at: string;
	method: string;
	path: string;
	/** Operation of the contract, null when no route fits. */
	operationId: string | null;
	/** HTTP status of the answer, null when the connection was cut instead. */
	status: number | null;
	/** Entries of a bulk body, 1 for other bodies, 0 without a body. */
	records: number;
	/** Size of the body in bytes. */
	bytes: number;
	/** From arrival to answer, milliseconds. */
	ms: number;
	fault?: FaultKind;
	/** Parsed body, when the sandbox was started with `recordBodies`. */
	body?: unknown;
}

/** One text that a phone received. */
export interface ReceivedText {
	at: string;
	phone: string;
	listNumber: string;
	text: string;
	messageId: string;
}

/** One post of an event to an endpoint. */
export interface WebhookAttempt {
	at: string;
	endpointId: string;
	event: string;
	/** 1 for the first try. */
	attempt: number;
	/** Answer of the receiver, null when there was none. */
	status: number | null;
	error?: string;
	outcome: 'accepted' | 'retry' | 'given_up';
	/** The exact bytes posted, as text. */
	body: string;
	signature: string | null;
}

export interface JournalSummary {
	requests: number;
	/** Requests to sendMessage and sendMessagesBulk and their raw forms, whatever the answer. */
	sendRequests: number;
	/** Most records in one send request. */
	maxSendRecords: number;
	/** Largest body of a send request, bytes. */
	maxSendBytes: number;
	byOperation: Record<string, OperationSummary>;
	/** Texts that reached a phone. */
	texts: number;
	/** Phones that received at least one. */
	phones: number;
	/** Texts that repeat an earlier one to the same phone from the same list (message ids aside). */
	duplicates: number;
	webhooks: { attempts: number; accepted: number; retried: number; givenUp: number };
}

const SENDS = /^send(Raw)?Message/;

/** What happened to the account: requests, texts and webhook posts, and cheap totals of them. */
export class Journal {
	private entries: RequestEntry[] = [];
	private totals = new RequestTotals();
	private received: ReceivedText[] = [];
	private perPhone = new Map<string, ReceivedText[]>();
	private distinct = new Set<string>();
	private attempts: WebhookAttempt[] = [];
	private outcomes = { accepted: 0, retry: 0, given_up: 0 };

	addRequest(entry: Omit<RequestEntry, 'id'>): void {
		this.entries.push({ id: this.entries.length + 1, ...entry });
		this.totals.add(entry);
	}

	/** `sameness` is what two texts share when the second is a duplicate of the first. */
	addText(text: ReceivedText, sameness: string): void {
		this.received.push(text);
		const earlier = this.perPhone.get(text.phone);
		if (earlier) earlier.push(text);
		else this.perPhone.set(text.phone, [text]);
		this.distinct.add(JSON.stringify([text.phone, text.listNumber, sameness]));
	}

	addWebhookAttempt(attempt: WebhookAttempt): void {
		this.attempts.push(attempt);
		this.outcomes[attempt.outcome] += 1;
	}

	/** Requests in order of their answers; all, or those of one operation. */
	requests(operationId?: string): readonly RequestEntry[] {
		if (operationId === undefined) return this.entries;
		return this.entries.filter((entry) => entry.operationId === operationId);
	}

	/** Received texts in order; all, or those of one phone. */
	texts(phone?: string): readonly ReceivedText[] {
		return phone === undefined ? this.received : (this.perPhone.get(phone) ?? []);
	}

	webhookAttempts(): readonly WebhookAttempt[] {
		return this.attempts;
	}

	summary(): JournalSummary {
		const byOperation = this.totals.byOperation();
		const sends = Object.entries(byOperation).filter(([id]) => SENDS.test(id));
		return {
			requests: this.entries.length,
			sendRequests: sends.reduce((sum, [, { count }]) => sum + count, 0),
			maxSendRecords: Math.max(0, ...sends.map(([, { maxRecords }]) => maxRecords)),
			maxSendBytes: Math.max(0, ...sends.map(([, { maxBytes }]) => maxBytes)),
			byOperation,
			texts: this.received.length,
			phones: this.perPhone.size,
			duplicates: this.received.length - this.distinct.size,
			webhooks: {
				attempts: this.attempts.length,
				accepted: this.outcomes.accepted,
				retried: this.outcomes.retry,
				givenUp: this.outcomes.given_up,
			},
		};
	}

	clear(): void {
		this.entries = [];
		this.totals = new RequestTotals();
		this.received = [];
		this.perPhone = new Map();
		this.distinct = new Set();
		this.attempts = [];
		this.outcomes = { accepted: 0, retry: 0, given_up: 0 };
	}
}
