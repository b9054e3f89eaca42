/** An end of n8n's process, in milliseconds since 1970. */
export interface End {
	how: 'stopped' | 'killed';
	/** When it was asked to end, or was ended. */
	from: number;
	/** When it was gone. */
	to: number;
}

/**
 * Milliseconds before an end in which a 200 is no promise: n8n responds to a webhook first, and writes
 * the execution down afterwards (`webhook-helpers.js`).
 */
const LAST_WORDS = 6_000;

/** When n8n was there. */
export class Uptime {
	/** Whether it takes requests now. */
	isUp = true;
	readonly ends: End[] = [];

	/** Whether what n8n took then may have died with it. */
	isDoubtful(at: number): boolean {
		return this.ends.some(({ from, to }) => at >= from - LAST_WORDS && at <= to);
	}
}
