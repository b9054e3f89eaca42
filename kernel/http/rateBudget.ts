/** What an API says of the requests it still takes. */
export interface Rate {
	/** Requests that are left until the reset. */
	remaining: number;
	/** When more are taken; milliseconds since 1970. */
	resetAt: number;
	/** Requests in all, where that is told. */
	limit?: number;
}

/** How an API tells its rate limit. */
export interface RateLimit {
	/** What the headers of a response say; nothing where they say too little. */
	read(headers: Record<string, unknown>, now: number): Rate | undefined;
	/** From so many requests left on, those are spread until the reset. */
	spreadBelow: number;
	/** Milliseconds that a request waits for its turn at most, unless users set another limit. */
	longestWait: number;
}

/** How far a reset may move before it counts as another one: servers round, and clocks differ. */
const SAME_RESET = 1_500;

/** The requests that one run may still make with one credential. */
export class RateBudget {
	private rate: Rate | undefined;
	/** When the next request may go, while they are spread. */
	private freeAt = 0;
	/** Requests that are under way, which no response may have counted yet. */
	private open = 0;

	constructor(private readonly spreadBelow: number) {}

	/**
	 * What the last responses say is left, less the requests made since; nothing where nothing is
	 * known, or not any more.
	 */
	left(now: number): Rate | undefined {
		if (this.rate !== undefined && this.rate.resetAt <= now) this.rate = undefined;
		return this.rate;
	}

	/** Milliseconds that the next request should wait: none while there are plenty. */
	delay(now: number): number {
		const rate = this.left(now);
		if (rate === undefined || rate.remaining >= this.spreadBelow) return 0;
		if (rate.remaining <= 0) return rate.resetAt - now;
		return Math.max(0, this.freeAt - now);
	}

	/** Tells that a request goes now; `settled` tells its end. */
	spend(now: number): void {
		this.open++;
		const rate = this.left(now);
		if (rate === undefined) return;
		if (rate.remaining < this.spreadBelow && rate.remaining > 0) {
			const turn = Math.max(this.freeAt, now);
			this.freeAt = turn + (rate.resetAt - turn) / rate.remaining;
		}
		this.rate = { ...rate, remaining: Math.max(0, rate.remaining - 1) };
	}

	/** Tells that a request is over, before what its response says is taken in. */
	settled(): void {
		this.open--;
	}

	/**
	 * Takes in what a response says, less what is still under way. Responses come in any order, so the
	 * least that is left counts.
	 */
	learn(said: Rate, now: number): void {
		const told = { ...said, remaining: Math.max(0, said.remaining - Math.max(0, this.open)) };
		const known = this.left(now);
		const isSame = known !== undefined && told.resetAt - known.resetAt <= SAME_RESET;
		if (isSame && known.remaining < told.remaining) return;
		this.rate = told;
		if (!isSame) this.freeAt = 0;
	}
}
