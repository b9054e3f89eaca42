import type { Thread } from '../conversations/threads';
import type { Bill, Message } from './message';

/** What a text says and where it goes. */
export interface Outgoing {
	thread: Thread;
	origin: 'project' | 'test' | 'reply';
	text: string;
	mediaUrls: string[];
	bill: Bill;
}

/** The texts of the account. */
export interface Outbox {
	/** Texts without an outcome. */
	readonly pending: number;
	list(): readonly Message[];
	/** Hands a text to the carrier. */
	send(outgoing: Outgoing): Message;
	/** A contact texts the account. */
	receive(thread: Thread, text: string): Message;
}
