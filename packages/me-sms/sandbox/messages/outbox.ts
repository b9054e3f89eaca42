import type { Owner } from '../account/keys';
import type { Message } from './message';
import type { NumbersRead } from './read-numbers';

/** What a request asks to be sent. */
export interface Order extends NumbersRead {
	owner: Owner;
	sender: string;
	content: string;
	parts: number;
	credits: number;
	/** Null for now. */
	scheduledAt: number | null;
}

/** The messages of the account. */
export interface Outbox {
	/** Messages that wait for their time. */
	readonly scheduled: number;
	/** Recipients that will still reach a final state; none while the clock stands still. */
	readonly pending: number;
	/** In the order they were accepted. */
	all(): Message[];
	get(uuid: string): Message | undefined;
	/** Seconds since the start of a message, as they count before scaling; negative before it. */
	elapsed(message: Message): number;
	/** Takes a message in: holds its credits and, unless it is for later, starts it. */
	accept(order: Order): Message;
	/**
	 * Takes a message off the schedule and gives its credits back.
	 *
	 * @throws ApiError when it is not scheduled, has been cancelled or has started (contract: cancelSms)
	 */
	cancel(message: Message): void;
	/** Starts what is due by the clock. */
	settle(): void;
	/** Somebody set the clock, halted it or let it run. */
	clockMoved(): void;
}
