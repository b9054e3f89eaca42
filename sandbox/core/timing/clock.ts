/** Time of the account: waits of the real service, shortened by a factor, and its own wall clock. */
export class Clock {
	/** How far the account's clock is ahead of that of this machine, milliseconds. */
	offsetMs = 0;

	private standsAt: number | undefined;
	/** The last stamp: a thousand texts of one request have the same. */
	private stamped = { at: NaN, text: '' };

	constructor(private readonly timeScale: number) {}

	/** Milliseconds that a documented wait takes here, at least `floorMs`. */
	scaled(seconds: number, floorMs = 0): number {
		return Math.max(seconds * 1_000 * this.timeScale, floorMs);
	}

	/** Now by the account's clock, milliseconds since 1970. */
	now(): number {
		return this.standsAt ?? Date.now() + this.offsetMs;
	}

	/** Whether it stands still. */
	get stands(): boolean {
		return this.standsAt !== undefined;
	}

	/** Sets it to a moment, milliseconds since 1970, from which it goes on, or where it stands still. */
	set(now: number): void {
		if (this.stands) this.standsAt = now;
		else this.offsetMs = now - Date.now();
	}

	/** Stands still from now on, until it runs again. */
	halt(): void {
		this.standsAt = this.now();
	}

	/** Goes on from where it stands. */
	run(): void {
		const now = this.now();
		this.standsAt = undefined;
		this.set(now);
	}

	/** Now by the account's clock, as the ISO text with `Z` that events carry. */
	stamp(): string {
		const now = this.now();
		if (now !== this.stamped.at) this.stamped = { at: now, text: new Date(now).toISOString() };
		return this.stamped.text;
	}
}
