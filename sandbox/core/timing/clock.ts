/** Time of the account: waits of the real service, shortened by a factor, and its own wall clock. */
export class Clock {
	/** How far the account's clock is ahead of that of this machine, milliseconds. */
	offsetMs = 0;

	constructor(private readonly timeScale: number) {}

	/** Milliseconds that a documented wait takes here, at least `floorMs`. */
	scaled(seconds: number, floorMs = 0): number {
		return Math.max(seconds * 1_000 * this.timeScale, floorMs);
	}

	/** Now by the account's clock, milliseconds since 1970. */
	now(): number {
		return Date.now() + this.offsetMs;
	}

	/** Now by the account's clock, as the ISO text with `Z` that events carry. */
	stamp(): string {
		return new Date(this.now()).toISOString();
	}
}
