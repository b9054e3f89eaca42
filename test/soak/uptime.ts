/** An end of n8n's process, in milliseconds since 1970. */
export interface End {
	how: 'stopped' | 'killed';
	/** When it was asked to end, or was ended. */
	from: number;
	/** When it was gone. */
	to: number;
}

/** When n8n was there. */
export class Uptime {
	/** Whether it takes requests now. */
	isUp = true;
	readonly ends: End[] = [];

	/**
	 * Whether what n8n took then may have died with it.
	 *
	 * @param lastWords milliseconds before an end in which that may be
	 */
	isDoubtful(at: number, lastWords: number): boolean {
		return this.ends.some(({ from, to }) => at >= from - lastWords && at <= to);
	}
}
