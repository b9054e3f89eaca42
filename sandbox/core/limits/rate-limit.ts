/**
 * How many requests an API takes: `limit` in each window of `seconds`, or from a bucket of `limit`
 * that refills by `perSecond`.
 */
export type RateRule = { limit: number; seconds: number } | { limit: number; perSecond: number };

/** Where a client stands. */
export interface RateState {
	/** False when this request is one too many; it is not counted then. */
	granted: boolean;
	limit: number;
	/** Requests left now. */
	remaining: number;
	/** Milliseconds until the window ends, or until the bucket holds the next request. */
	resetInMs: number;
}

/** Counts the requests of one client. */
export class RateLimiter {
	private used = 0;
	private since: number;

	/** `timeScale` is the factor on the rule's times. */
	constructor(
		private readonly rule: RateRule,
		private readonly timeScale: number,
		private readonly now: () => number = Date.now,
	) {
		this.since = now();
	}

	/** Counts a request, if there is one left. */
	take(): RateState {
		this.refill();
		const granted = this.used <= this.rule.limit - 1;
		if (granted) this.used += 1;
		return this.state(granted);
	}

	/** Where the client stands, without a request. */
	look(): RateState {
		this.refill();
		return this.state(this.used <= this.rule.limit - 1);
	}

	private state(granted: boolean): RateState {
		const remaining = Math.max(0, Math.floor(this.rule.limit - this.used));
		return { granted, limit: this.rule.limit, remaining, resetInMs: this.resetInMs() };
	}

	private refill(): void {
		const passed = this.now() - this.since;
		if ('seconds' in this.rule) {
			const window = this.rule.seconds * 1_000 * this.timeScale;
			if (passed < window) return;
			this.used = 0;
			this.since += window === 0 ? passed : Math.floor(passed / window) * window;
			return;
		}
		const refilled = (passed / 1_000) * (this.rule.perSecond / this.timeScale);
		this.used = Math.max(0, this.used - (passed === 0 ? 0 : refilled));
		this.since += passed;
	}

	private resetInMs(): number {
		const { rule, timeScale } = this;
		if ('seconds' in rule) {
			return Math.max(0, this.since + rule.seconds * 1_000 * timeScale - this.now());
		}
		const missing = Math.max(0, this.used - (rule.limit - 1));
		return (missing / rule.perSecond) * 1_000 * timeScale;
	}
}
