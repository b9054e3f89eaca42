import { RateLimiter } from '../../../../sandbox/core';
import type { RateRule, RateState } from '../../../../sandbox/core';

/** The rate limits that the vendor's texts name, by what they count (contract: x-generations). */
export type RateKind = 'off' | 'hour' | 'kinds' | 'minute' | 'bucket';

const MINUTE = 60;
const RULES: Record<Exclude<RateKind, 'off' | 'kinds'>, RateRule> = {
	hour: { limit: 100, seconds: 3_600 },
	minute: { limit: 600, seconds: MINUTE },
	bucket: { limit: 600, perSecond: 10 },
};
const BY_METHOD: Record<'reads' | 'writes' | 'deletes', RateRule> = {
	reads: { limit: 100, seconds: MINUTE },
	writes: { limit: 60, seconds: MINUTE },
	deletes: { limit: 30, seconds: MINUTE },
};

/** Counts requests by key, and by method where the limit does. */
export class RateLimits {
	private readonly limiters = new Map<string, RateLimiter>();

	/** The limiter of a request; undefined while there is no limit. */
	private of(kind: RateKind, timeScale: number, key: string, method: string) {
		if (kind === 'off') return undefined;
		const group = kind === 'kinds' ? groupOf(method) : '';
		const name = `${kind} ${group} ${timeScale} ${key}`;
		const rule = kind === 'kinds' ? BY_METHOD[groupOf(method)] : RULES[kind];
		const limiter = this.limiters.get(name) ?? new RateLimiter(rule, timeScale);
		this.limiters.set(name, limiter);
		return limiter;
	}

	take(...request: [kind: RateKind, timeScale: number, key: string, method: string]) {
		return this.of(...request)?.take();
	}

	look(...request: [kind: RateKind, timeScale: number, key: string, method: string]) {
		return this.of(...request)?.look();
	}
}

/** contract: RateLimitLimit, RateLimitRemaining, RateLimitReset; `now` is the account's time. */
export function rateHeaders(
	{ limit, remaining, resetInMs }: RateState,
	now: number,
): Record<string, string> {
	return {
		'X-RateLimit-Limit': String(limit),
		'X-RateLimit-Remaining': String(remaining),
		'X-RateLimit-Reset': String(Math.ceil((now + resetInMs) / 1_000)),
	};
}

/** Whole seconds to wait, at least 1. */
export function secondsToWait({ resetInMs }: RateState): number {
	return Math.max(1, Math.ceil(resetInMs / 1_000));
}

function groupOf(method: string): keyof typeof BY_METHOD {
	if (method === 'GET') return 'reads';
	return method === 'DELETE' ? 'deletes' : 'writes';
}
