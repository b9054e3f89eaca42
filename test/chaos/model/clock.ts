/** The event loop as it is, whatever becomes of the timers. */
const realImmediate = setImmediate;

interface Timer {
	at: number;
	id: number;
	run(): void;
}

/** Timers after which work counts as never done. */
const MOST_STEPS = 6_000;

/** A moment as good as any. */
const START = Date.UTC(2026, 0, 5, 12);

/**
 * Time that only goes on when all that can be done now is done: minutes of waiting take no time, and
 * the same steps come in the same order with each run.
 */
export class VirtualClock {
	now = START;
	private timers: Timer[] = [];
	private made = 0;

	/** Puts itself in the place of the process's timers. @returns what puts those back */
	install(): () => void {
		const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
		const realNow = Date.now;
		const realTimeout = AbortSignal.timeout;
		const set = (run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) =>
			this.set(() => run(...given), delay);
		globalThis.setTimeout = set as unknown as typeof setTimeout;
		globalThis.clearTimeout = ((id: number) => this.clear(id)) as unknown as typeof clearTimeout;
		Date.now = () => this.now;
		AbortSignal.timeout = (delay) => {
			const controller = new AbortController();
			this.set(() => controller.abort(), delay);
			return controller.signal;
		};
		return () => {
			globalThis.setTimeout = realSet;
			globalThis.clearTimeout = realClear;
			Date.now = realNow;
			AbortSignal.timeout = realTimeout;
		};
	}

	async sleep(milliseconds: number): Promise<void> {
		await new Promise<void>((resolve) => void this.set(resolve, milliseconds));
	}

	/** Lets time pass until `work` is done. @returns whether it ever is */
	async untilDone(work: Promise<unknown>): Promise<boolean> {
		let done = false;
		const end = () => (done = true);
		work.then(end, end);
		for (let step = 0; step < MOST_STEPS; step++) {
			await settled();
			if (done) return true;
			if (!this.next(Infinity)) return false;
		}
		return false;
	}

	/** Lets so many milliseconds pass. */
	async advance(milliseconds: number): Promise<void> {
		const until = this.now + milliseconds;
		do await settled();
		while (this.next(until));
		this.now = until;
	}

	private set(run: () => void, delay: number): number {
		const timer = { at: this.now + Math.max(0, delay), id: ++this.made, run };
		let place = this.timers.length;
		while (place > 0 && this.timers[place - 1].at > timer.at) place--;
		this.timers.splice(place, 0, timer);
		return timer.id;
	}

	private clear(id: number): void {
		this.timers = this.timers.filter((timer) => timer.id !== id);
	}

	private next(until: number): boolean {
		if (this.timers.length === 0 || this.timers[0].at > until) return false;
		const timer = this.timers.shift()!;
		this.now = Math.max(this.now, timer.at);
		timer.run();
		return true;
	}
}

/** All that waits for no timer has been done. */
async function settled(): Promise<void> {
	await new Promise<void>((resolve) => void realImmediate(resolve));
}

/** Numbers in [0, 1) that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
