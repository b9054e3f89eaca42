import { parseRetryAfter } from '../../../../../kernel';

/**
 * Milliseconds that the headers of a response ask to wait: `Retry-After`, which does not depend on
 * clocks, else the reset of a limit that is used up, in Unix seconds (contract: TooManyRequests).
 */
export function waitOf(headers: Record<string, unknown>, now: number): number | undefined {
	const asked = parseRetryAfter(headers['retry-after'], now);
	if (asked !== undefined) return Math.max(MIN_WAIT, asked);
	if (String(headers['x-ratelimit-remaining']) !== '0') return undefined;
	const reset = Number(headers['x-ratelimit-reset']) * 1_000;
	return Number.isFinite(reset) ? Math.max(MIN_WAIT, reset - now) : undefined;
}

const MIN_WAIT = 1_000;
