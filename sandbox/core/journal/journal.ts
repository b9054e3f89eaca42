import type { ReceivedText, RequestEntry, WebhookAttempt } from './entries';
import { Effects } from './effects';
import type { Effect } from './effects';
import { NumberBlocks } from './number-blocks';
import type { BlockCount, NumberBlock } from './number-blocks';
import { RequestTotals } from './request-totals';
import type { OperationSummary } from './request-totals';

export type { ReceivedText, RequestEntry, WebhookAttempt } from './entries';
export type { Effect } from './effects';
export type { BlockCount, NumberBlock } from './number-blocks';
export type { OperationSummary } from './request-totals';

export interface JournalSummary {
	requests: number;
	/** Requests to operations that send texts, whatever the response. */
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
	/** Texts that repeat an earlier one to the same phone from the same sender (ids of the text aside). */
	duplicates: number;
	/** What the account did, by kind; empty where the vendor counts none. */
	effects: Record<string, number>;
	webhooks: { attempts: number; accepted: number; retried: number; givenUp: number };
}

/** What happened to the account: requests, texts and webhook posts, and cheap totals of them. */
export class Journal {
	private entries: RequestEntry[] = [];
	private totals = new RequestTotals();
	private readonly done = new Effects();
	private received: ReceivedText[] = [];
	private perPhone = new Map<string, ReceivedText[]>();
	private distinct = new Set<string>();
	private blocks = new NumberBlocks();
	private attempts: WebhookAttempt[] = [];
	private outcomes = { accepted: 0, retry: 0, given_up: 0 };

	/** `changed` is called when a post to an endpoint is over. */
	constructor(
		private readonly isSend: (operationId: string) => boolean = () => false,
		private readonly changed: () => void = () => undefined,
	) {}

	addRequest(entry: Omit<RequestEntry, 'id'>): void {
		this.entries.push({ id: this.entries.length + 1, ...entry });
		this.totals.add(entry);
	}

	addEffect(effect: Effect): void {
		this.done.add(effect);
	}

	/** `sameness` is what two texts share when the second is a duplicate of the first. */
	addText(text: ReceivedText, sameness: string): void {
		this.received.push(text);
		const earlier = this.perPhone.get(text.phone);
		if (earlier) earlier.push(text);
		else this.perPhone.set(text.phone, [text]);
		this.distinct.add(JSON.stringify([text.phone, text.sender, sameness]));
	}

	/** The same for one text to many phones; a number that comes twice in it was texted twice. */
	addBlock(block: NumberBlock, sameness: string): void {
		this.blocks.add(block, sameness);
	}

	addWebhookAttempt(attempt: WebhookAttempt): void {
		this.attempts.push(attempt);
		this.outcomes[attempt.outcome] += 1;
		this.changed();
	}

	/** Requests in order of their responses; all, or those of one operation. */
	requests(operationId?: string): readonly RequestEntry[] {
		if (operationId === undefined) return this.entries;
		return this.entries.filter((entry) => entry.operationId === operationId);
	}

	/** Received texts in order, those of blocks last; all, or those of one phone. */
	texts(phone?: string): readonly ReceivedText[] {
		const single = phone === undefined ? this.received : (this.perPhone.get(phone) ?? []);
		return this.blocks.isEmpty ? single : [...single, ...this.blocks.list(phone)];
	}

	/** Blocks in order, with how many of their texts repeat an earlier one. */
	blockCounts(): readonly BlockCount[] {
		return this.blocks.byMessage();
	}

	/** What the account did, in order; all, or what is of one kind. */
	effects(kind?: string): readonly Effect[] {
		return this.done.list(kind);
	}

	/** Posts in order of their responses; all, or those to one endpoint. */
	webhookAttempts(endpointId?: string): readonly WebhookAttempt[] {
		if (endpointId === undefined) return this.attempts;
		return this.attempts.filter((attempt) => attempt.endpointId === endpointId);
	}

	summary(): JournalSummary {
		const byOperation = this.totals.byOperation();
		const blocks = this.blocks.totals();
		const sends = Object.entries(byOperation).filter(([id]) => this.isSend(id));
		return {
			requests: this.entries.length,
			sendRequests: sends.reduce((sum, [, { count }]) => sum + count, 0),
			maxSendRecords: Math.max(0, ...sends.map(([, { maxRecords }]) => maxRecords)),
			maxSendBytes: Math.max(0, ...sends.map(([, { maxBytes }]) => maxBytes)),
			byOperation,
			texts: this.received.length + blocks.texts,
			phones: this.perPhone.size + blocks.phones,
			duplicates: this.received.length - this.distinct.size + blocks.duplicates,
			effects: this.done.counts(),
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
		this.done.clear();
		this.received = [];
		this.perPhone = new Map();
		this.distinct = new Set();
		this.blocks = new NumberBlocks();
		this.attempts = [];
		this.outcomes = { accepted: 0, retry: 0, given_up: 0 };
	}
}
