import { parseRetryAfter, rateIn, type RateLimit, waitUntilReset } from '../../../../../kernel';

const REMAINING = 'x-ratelimit-remaining';
const RESET = 'x-ratelimit-reset';

/**
 * Every response tells the limit, whose window is not published: 100 an hour and 600 a minute are both
 * in the documents (contract NOTES §4.2). The vendor advises to slow down below 10.
 */
export const rateLimit: RateLimit = {
	read: rateIn({ limit: 'x-ratelimit-limit', remaining: REMAINING, reset: RESET }),
	spreadBelow: 10,
	longestWait: 60_000,
};

/**
 * Milliseconds that a response asks to wait: `Retry-After`, else the reset of a limit that is used up
 * (contract: TooManyRequests). Other errors come with a reset as well, which says nothing of them.
 */
export function waitOf(headers: Record<string, unknown>, now: number): number | undefined {
	return headers[REMAINING] === '0'
		? waitUntilReset(RESET, headers, now)
		: parseRetryAfter(headers['retry-after'], now);
}
