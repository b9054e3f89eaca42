/**
 * How a request failed:
 * - `refused`: the API said that it did not do it, or nothing was sent on purpose.
 * - `unreachable`: the connection was never made, so nothing was done.
 * - `unknown`: it may or may not have been done (lost or unreadable response, 5xx).
 * - `cancelled`: the execution was stopped while it was under way.
 */
export type FailureKind = 'refused' | 'unreachable' | 'unknown' | 'cancelled';

/** Names and JSON values. */
type Details = Readonly<Record<string, unknown>>;

interface Facts {
	kind: FailureKind;
	code: string;
	status?: number;
	retryAfter?: number;
	fatal?: boolean;
	details?: Details;
}

/** A failed request, in words fit for users: no key, no full phone number. */
export class RequestError extends Error {
	readonly kind: FailureKind;
	/** HTTP status, where there was a response. */
	readonly status?: number;
	/** The API's machine code, or ours (`unreachable`, `outcome_unknown`, ...). */
	readonly code: string;
	/** Milliseconds that the API asked to wait. */
	readonly retryAfter?: number;
	/**
	 * Whether it would meet every further request of the run as well: the key, the account, the
	 * address, no connection, the end of the execution.
	 */
	readonly fatal: boolean;
	/** What the API said about the record besides, e.g. what a lookup of it found. */
	readonly details: Details;
	/** What to do, where the advice for the code would not fit this call. */
	advice?: string;
	/** Whether the call may be made again without harm, whatever happened to it. */
	harmlessToRepeat = false;
	/** Whether the node made the call more than once, because the user wanted that. */
	repeated = false;

	constructor(text: string, facts: Facts) {
		super(text);
		this.name = 'RequestError';
		this.kind = facts.kind;
		this.status = facts.status;
		this.code = facts.code;
		this.retryAfter = facts.retryAfter;
		this.details = facts.details ?? {};
		this.fatal = facts.fatal ?? (facts.kind === 'unreachable' || facts.kind === 'cancelled');
	}
}

/** What was thrown, as an error: code that is not ours may throw anything. */
export function toError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
