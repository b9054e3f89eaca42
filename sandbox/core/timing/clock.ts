/** Waits of the real service, shortened by a factor. */
export class Clock {
	constructor(private readonly timeScale: number) {}

	/** Milliseconds that a documented wait takes here, at least `floorMs`. */
	scaled(seconds: number, floorMs = 0): number {
		return Math.max(seconds * 1_000 * this.timeScale, floorMs);
	}

	/** Now, as the ISO text with `Z` that events carry. */
	stamp(): string {
		return new Date().toISOString();
	}
}
