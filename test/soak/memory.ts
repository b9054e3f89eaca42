import { median } from '../bench/figure';

/** What n8n's process holds at a moment, after garbage collection. */
export interface MemorySample {
	/** Which start of n8n, from 0. */
	boot: number;
	/** Seconds since the process began. */
	uptime: number;
	/** Bytes in the JavaScript heap and what it refers to outside. */
	heap: number;
	/** Bytes of the process as the system counts them, with what no garbage collector returns. */
	rss: number;
}

/** How memory grew, in percent. */
export interface MemoryGrowth {
	/** Of the heap while one process ran, after its warm-up: the median of all processes. */
	whileRunning: number | null;
	/** Of the heap from the second process to the last one, at the same uptime. */
	overRestarts: number | null;
	/** The same of RSS; not judged, as it also holds what is free. */
	rssWhileRunning: number | null;
	rssOverRestarts: number | null;
}

/** Seconds in which n8n fills its caches and compiles what is used often. */
export const WARM_UP = 180;
/** Samples that are taken together, as executions are under way in each. */
const TOGETHER = 3;
/** Growth that fails a soak, in percent. */
export const MOST_GROWTH = 5;

/** How memory grew; null where there are too few samples. */
export function growthOf(samples: readonly MemorySample[]): MemoryGrowth {
	const boots = [...new Set(samples.map(({ boot }) => boot))].map((boot) =>
		samples.filter((sample) => sample.boot === boot && sample.uptime >= WARM_UP),
	);
	return {
		whileRunning: whileRunning(boots, 'heap'),
		overRestarts: overRestarts(boots.slice(1), 'heap'),
		rssWhileRunning: whileRunning(boots, 'rss'),
		rssOverRestarts: overRestarts(boots.slice(1), 'rss'),
	};
}

/** Whether the heap grew more than it may. What is not known did not. */
export function growsTooMuch({ whileRunning, overRestarts }: MemoryGrowth): boolean {
	return [whileRunning, overRestarts].some((growth) => growth !== null && growth >= MOST_GROWTH);
}

type Measure = 'heap' | 'rss';

function whileRunning(boots: readonly MemorySample[][], measure: Measure): number | null {
	const growths = boots
		.filter(({ length }) => length >= 2 * TOGETHER)
		.map((own) =>
			percent(
				median(own.slice(0, TOGETHER).map((each) => each[measure])),
				median(own.slice(-TOGETHER).map((each) => each[measure])),
			),
		);
	return growths.length === 0 ? null : median(growths);
}

/** The first process is left out: it also set everything up. */
function overRestarts(boots: readonly MemorySample[][], measure: Measure): number | null {
	const [first, last] = [boots.at(0), boots.at(-1)];
	if (first === undefined || last === undefined || first === last) return null;
	const until = Math.min(first.at(-1)?.uptime ?? 0, last.at(-1)?.uptime ?? 0);
	const [before, after] = [first, last].map((own) =>
		own.filter(({ uptime }) => uptime <= until + 1).slice(-TOGETHER),
	);
	if (before.length < TOGETHER || after.length < TOGETHER) return null;
	return percent(
		median(before.map((each) => each[measure])),
		median(after.map((each) => each[measure])),
	);
}

function percent(before: number, after: number): number {
	return Math.round((after / before - 1) * 1_000) / 10;
}
