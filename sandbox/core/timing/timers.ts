const LONGEST_TIMER_MS = 2 ** 31 - 1; // Node's

/** Things that happen later, one timer each; for few of them, with delays that differ. */
export class Timers {
	private readonly running = new Map<string, NodeJS.Timeout>();
	private isStopped = false;

	/** How many have not happened yet. */
	get size(): number {
		return this.running.size;
	}

	/** Does something after so many milliseconds, instead of what was planned under that name. */
	plan(name: string, ms: number, act: () => void): void {
		this.cancel(name);
		if (this.isStopped) return;
		this.later(name, Date.now() + ms, act);
	}

	has(name: string): boolean {
		return this.running.has(name);
	}

	cancel(name: string): void {
		clearTimeout(this.running.get(name));
		this.running.delete(name);
	}

	/** Nothing happens any more. */
	stop(): void {
		this.isStopped = true;
		for (const name of [...this.running.keys()]) this.cancel(name);
	}

	/** In steps, as a timer of Node's holds no more than 24 days. */
	private later(name: string, at: number, act: () => void): void {
		const step = Math.min(Math.max(at - Date.now(), 0), LONGEST_TIMER_MS);
		const timer = setTimeout(() => {
			if (Date.now() < at - 1) return this.later(name, at, act);
			this.running.delete(name);
			act();
		}, step);
		this.running.set(name, timer);
	}
}
