import type { FaultKind } from '../faults/faults';

/** One API request as the account saw it. */
export interface RequestEntry {
	id: number;
	/** Arrival, ISO 8601. */
	at: string;
	method: string;
	path: string;
	/** Operation of the contract, null when no route fits. */
	operationId: string | null;
	/** HTTP status of the response, null when the connection was cut instead. */
	status: number | null;
	/** Entries of a bulk body, 1 for other bodies, 0 without a body. */
	records: number;
	/** Size of the body in bytes. */
	bytes: number;
	/** From arrival to response, milliseconds. */
	ms: number;
	/** Whether the account did it, whatever happened to the response. */
	done: boolean;
	/** Positions in a bulk body of the records that were refused when the others were done. */
	refused?: number[];
	fault?: FaultKind;
	/** Parsed body, when the sandbox was started with `recordBodies`. */
	body?: unknown;
}

/** One text that a phone received. */
export interface ReceivedText {
	at: string;
	phone: string;
	/** Number of the account that it came from. */
	sender: string;
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
	/** Response of the receiver, null when there was none. */
	status: number | null;
	error?: string;
	outcome: 'accepted' | 'retry' | 'given_up';
	/** The exact bytes posted, as text. */
	body: string;
	signature: string | null;
	/** Headers of the vendor's besides the signature. */
	headers: Readonly<Record<string, string>>;
}
