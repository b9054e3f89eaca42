import type { Rate } from '../http/rateBudget';

/** Part of the requests that are left which polling may use. */
const SHARE = 1 / 3;
/** Polls that may come at the same time, as a part of all those of a window. */
const BURST = 5;
/** How far a reset may move and still be the same one; milliseconds. */
const SAME_RESET = 1_500;

/**
 * Keeps polls to a third of what a rate limit leaves. From the moment that a window of the limit is
 * first seen, its share is spread evenly over the window; a few polls may come early, so that what is
 * ready soon is found soon.
 */
export class PollShare {
	private window: { from: number; until: number; polls: number; used: number } | undefined;

	/** Milliseconds until the next poll may be made, by what the API says is left. */
	delay(rate: Rate | undefined, now: number): number {
		if (rate === undefined) return 0;
		const open = this.windowOf(rate, now);
		if (open.used >= open.polls) return Math.max(0, open.until - now);
		const early = Math.min(BURST, Math.ceil(open.polls / 2));
		if (open.used < early) return 0;
		const gap = (open.until - open.from) / open.polls;
		return Math.max(0, open.from + (open.used - early + 1) * gap - now);
	}

	/** Tells that a poll is made now. */
	spend(): void {
		if (this.window !== undefined) this.window.used++;
	}

	private windowOf(rate: Rate, now: number) {
		const isSame = this.window !== undefined && rate.resetAt - this.window.until <= SAME_RESET;
		if (isSame) return this.window!;
		const polls = Math.floor(rate.remaining * SHARE);
		this.window = { from: now, until: rate.resetAt, polls, used: 0 };
		return this.window;
	}
}
