import { InputError } from '../input/inputError';

/**
 * What became of a request that did not succeed:
 * - `refused`: Trackly answered that it did not do it (4xx).
 * - `unreachable`: the connection was never made, so nothing was done.
 * - `unknown`: it may or may not have been done (lost or unreadable answer, 5xx).
 * - `cancelled`: the execution was stopped while it was under way.
 */
export type FailureKind = 'refused' | 'unreachable' | 'unknown' | 'cancelled';

/** A failed request, in words fit for users: no key, no full phone number. */
export class RequestError extends Error {
	readonly kind: FailureKind;
	/** HTTP status, where there was an answer. */
	readonly status?: number;
	/** Trackly's machine code, or ours (`unreachable`, `outcome_unknown`, ...). */
	readonly code: string;
	/** Milliseconds Trackly asked to wait. */
	readonly retryAfter?: number;
	/** Whether the call may be made again without harm, whatever became of it. */
	harmlessToRepeat = false;
	/** Whether the node made the call more than once, because the user wanted that. */
	repeated = false;

	constructor(
		text: string,
		facts: { kind: FailureKind; code: string; status?: number; retryAfter?: number },
	) {
		super(text);
		this.name = 'RequestError';
		this.kind = facts.kind;
		this.status = facts.status;
		this.code = facts.code;
		this.retryAfter = facts.retryAfter;
	}
}

/** What was thrown, as an error: code that is not ours may throw anything. */
export function toError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}

const ACCOUNT_STATUSES = new Set([401, 402, 403]);
const RUN_ENDING_CODES = new Set(['redirected', 'http_404', 'cancelled']);

/**
 * Whether the failure would meet every further request as well: the key, the account, the address,
 * no connection, or something that is not about requests at all.
 */
export function isFatal(error: unknown): boolean {
	if (!(error instanceof RequestError)) return !(error instanceof InputError);
	if (error.kind === 'unreachable' || error.kind === 'cancelled') return true;
	if (RUN_ENDING_CODES.has(error.code)) return true;
	return error.kind === 'refused' && ACCOUNT_STATUSES.has(error.status ?? 0);
}

/** Errors of the connection phase: no byte of the request has left. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENETDOWN',
	'ERR_INVALID_URL',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Tells what a transport error means. `ETIMEDOUT` counts as never connected only when the system
 * call that timed out was `connect`; every other loss leaves the outcome unknown.
 */
export function classifyTransportError(
	code: string | undefined,
	syscall: string | undefined,
): FailureKind {
	if (code === 'ERR_CANCELED') return 'cancelled';
	if (code !== undefined && NEVER_CONNECTED.has(code)) return 'unreachable';
	if (code === 'ETIMEDOUT' && syscall === 'connect') return 'unreachable';
	return 'unknown';
}
