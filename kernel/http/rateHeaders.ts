import type { Rate } from './rateBudget';
import { parseRetryAfter } from './retry';

/** Names of the headers that tell a rate limit, in lower case. */
export interface RateHeaders {
	limit: string;
	remaining: string;
	/** When more requests are taken, in seconds since 1970. */
	reset: string;
}

/** A reset that is due is not due immediately: clocks differ, and servers round. Milliseconds. */
const LEAST_WAIT = 1_000;

/**
 * Reads the rate limit that headers tell. The time of the reset is counted from the server's own clock
 * where it tells that as well, and a `Retry-After` goes before it.
 */
export function rateIn(
	names: RateHeaders,
): (headers: Record<string, unknown>, now: number) => Rate | undefined {
	return (headers, now) => {
		const remaining = numberIn(headers[names.remaining]);
		const wait = waitUntilReset(names.reset, headers, now);
		if (remaining === undefined || wait === undefined) return undefined;
		return { remaining, resetAt: now + wait, limit: numberIn(headers[names.limit]) };
	};
}

/** Milliseconds until more requests are taken: by `Retry-After`, else by the reset. */
export function waitUntilReset(
	reset: string,
	headers: Record<string, unknown>,
	now: number,
): number | undefined {
	const asked = parseRetryAfter(headers['retry-after'], now);
	if (asked !== undefined) return Math.max(LEAST_WAIT, asked);
	const at = numberIn(headers[reset]);
	if (at === undefined) return undefined;
	const told = typeof headers.date === 'string' ? Date.parse(headers.date) : NaN;
	return Math.max(LEAST_WAIT, at * 1_000 - (Number.isNaN(told) ? now : told));
}

function numberIn(value: unknown): number | undefined {
	const isNumber = typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value);
	return isNumber ? Number(value) : undefined;
}
