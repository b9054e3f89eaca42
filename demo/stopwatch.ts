/** Times of the steps of this process, in seconds. The first step begins with the process. */
export class Stopwatch {
	private readonly steps: Array<{ name: string; seconds: number }> = [];
	private since = 0;

	/** @param now seconds since the process began */
	constructor(private readonly now: () => number = process.uptime) {}

	/** Ends a step; the next one begins. */
	ended(name: string): void {
		const now = this.now();
		this.steps.push({ name, seconds: now - this.since });
		this.since = now;
	}

	/** A line of the log: what happens now, after how long. */
	line(text: string): string {
		return `${Math.round(this.now()).toString().padStart(4)} s  ${text}`;
	}

	/** All times, e.g. `9 s (building 2 s, starting n8n 7 s)`. */
	summary(): string {
		const steps = this.steps.map(({ name, seconds }) => `${name} ${Math.round(seconds)} s`);
		return `${Math.round(this.now())} s (${steps.join(', ')})`;
	}
}
