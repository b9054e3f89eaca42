import type { RetryPolicy } from '../profile';
import type { RequestError } from './requestError';

/**
 * Whether a failed request may be sent again without asking anyone.
 *
 * One that is not idempotent only where certainly nothing was done: never connected, or turned away
 * with an `unprocessed` status or code. An idempotent one also after a lost response and after 5xx.
 */
export function mayRepeat(
	{ unprocessed, unprocessedCodes = [] }: RetryPolicy,
	idempotent: boolean,
	error: RequestError,
): boolean {
	if (error.kind === 'unreachable') return true;
	if (error.kind === 'refused') {
		return unprocessed.includes(error.status ?? 0) || unprocessedCodes.includes(error.code);
	}
	return idempotent && error.kind === 'unknown' && !error.fatal;
}

/**
 * Milliseconds to wait before the next try, or `undefined` when there must be none.
 *
 * Exponential with full jitter; what the API asked for is the least we wait.
 *
 * @param attempt tries made so far, at least 1
 * @param elapsed milliseconds since the first try began
 * @param random a number in [0, 1)
 */
export function nextDelay(
	policy: RetryPolicy,
	attempt: number,
	elapsed: number,
	error: RequestError,
	random: number,
): number | undefined {
	const asked = error.retryAfter ?? 0;
	if (attempt >= policy.maxAttempts || asked > (policy.longestWait ?? Infinity)) return undefined;
	const ceiling = Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
	const delay = Math.max(Math.round(random * ceiling), asked);
	return elapsed + delay > policy.totalBudget ? undefined : delay;
}

/**
 * Milliseconds that a `Retry-After` header asks for, in either of its forms (RFC 9110 §10.2.3):
 * seconds, or a date. `undefined` when absent or unreadable.
 */
export function parseRetryAfter(header: unknown, now: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const text = header.trim();
	if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
