/** How many may go in which time. */
export interface Pace {
	count: number;
	/** Milliseconds. */
	per: number;
}

/** Spreads what goes out over time, so that a pace is never passed. */
export interface Pacer {
	/** Milliseconds until the next may go. */
	delay(): number;
	/** Tells that `count` go now. */
	spend(count: number): void;
}

/** Where a pacer keeps the moment from which the next may go, so that a later run knows of it. */
export interface PaceMemory {
	/** Milliseconds on the pacer's clock; 0 when nothing went yet. */
	freeAt: number;
}

/** @param now milliseconds on a clock that only goes forward */
export function createPacer(
	{ count, per }: Pace,
	now: () => number,
	memory: PaceMemory = { freeAt: 0 },
): Pacer {
	return {
		delay: () => Math.max(0, memory.freeAt - now()),
		spend: (spent) => {
			memory.freeAt = Math.max(memory.freeAt, now()) + (spent * per) / count;
		},
	};
}
