import type { RequestError } from './requestError';

/** When and how often to try again. Times in milliseconds. */
export interface RetryPolicy {
	/** Tries in all, the first one included. */
	maxAttempts: number;
	baseDelay: number;
	maxDelay: number;
	/** No new try starts when its delay would pass this total, counted from the first try. */
	totalBudget: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
	maxAttempts: 5,
	baseDelay: 500,
	maxDelay: 30_000,
	totalBudget: 120_000,
};

/**
 * Whether a failed request may be sent again without asking anyone.
 *
 * An unsafe one only where Trackly certainly did nothing: never connected, or turned away with
 * 429. A safe one also after a lost answer and after 5xx.
 */
export function mayRepeat(idempotent: boolean, failure: RequestError): boolean {
	if (failure.kind === 'unreachable' || failure.status === 429) return true;
	return idempotent && failure.kind === 'unknown';
}

/**
 * Milliseconds to wait before the next try, or `undefined` when there must be none.
 *
 * Exponential with full jitter; a `Retry-After` is the least we wait.
 *
 * @param attempt tries made so far, at least 1
 * @param elapsed milliseconds since the first try began
 * @param random a number in [0, 1)
 */
export function nextDelay(
	policy: RetryPolicy,
	attempt: number,
	elapsed: number,
	failure: RequestError,
	random: number,
): number | undefined {
	if (attempt >= policy.maxAttempts) return undefined;
	const ceiling = Math.min(policy.maxDelay, policy.baseDelay * 2 ** (attempt - 1));
	const delay = Math.max(Math.round(random * ceiling), failure.retryAfter ?? 0);
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
