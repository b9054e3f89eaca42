const LARGEST_BATCH = 2_000; // keeps one turn of the event loop short

/**
 * Hands on what was put in after a fixed delay, in order and in batches.
 * As the delay is the same for all, the queue is ordered by itself and one timer serves any number.
 */
export class DelayLine<T> {
	private waiting: Array<{ dueAt: number; item: T }> = [];
	private head = 0;
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly delayMs: number,
		private readonly onDue: (batch: T[]) => void,
	) {}

	get size(): number {
		return this.waiting.length - this.head;
	}

	put(item: T): void {
		this.waiting.push({ dueAt: Date.now() + this.delayMs, item });
		this.arm();
	}

	stop(): void {
		clearTimeout(this.timer);
		this.waiting = [];
		this.head = 0;
	}

	private arm(): void {
		if (this.timer !== undefined || this.size === 0) return;
		const wait = Math.max(this.waiting[this.head].dueAt - Date.now(), 0);
		this.timer = setTimeout(() => this.release(), wait);
	}

	private release(): void {
		this.timer = undefined;
		const now = Date.now();
		const batch: T[] = [];
		while (this.size > 0 && batch.length < LARGEST_BATCH) {
			const next = this.waiting[this.head];
			if (next.dueAt > now) break;
			batch.push(next.item);
			this.head += 1;
		}
		if (this.head > LARGEST_BATCH || this.size === 0) {
			this.waiting = this.waiting.slice(this.head);
			this.head = 0;
		}
		if (batch.length > 0) this.onDue(batch);
		this.arm();
	}
}
