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

/** @param now milliseconds on a clock that only goes forward */
export function createPacer({ count, per }: Pace, now: () => number): Pacer {
	let free = 0;
	return {
		delay: () => Math.max(0, free - now()),
		spend: (spent) => {
			free = Math.max(free, now()) + (spent * per) / count;
		},
	};
}
