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
	/** Of the heap from the second process to the last one, as the trend of all at the same uptime. */
	overRestarts: number | null;
	/** The same of RSS; not judged, as it also holds what is free. */
	rssWhileRunning: number | null;
	rssOverRestarts: number | null;
}

/** Seconds in which n8n fills its caches and compiles what is used often. */
export const WARM_UP = 180;
/** Samples that are taken together, as executions are under way in each. */
const TOGETHER = 3;
/** Processes after the first one: with three, the trend would be the difference of two. */
const FEWEST_FOR_A_TREND = 4;
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

/**
 * The trend of all processes but the first one, which also set everything up. It is Theil and Sen's: the
 * median slope of all pairs, as what is under way makes single processes hold some percent more or less.
 */
function overRestarts(boots: readonly MemorySample[][], measure: Measure): number | null {
	if (boots.length < FEWEST_FOR_A_TREND) return null;
	const until = Math.min(...boots.map((own) => own.at(-1)?.uptime ?? 0));
	const atSameUptime = boots.map((own) => own.filter(({ uptime }) => uptime <= until + 1));
	if (atSameUptime.some(({ length }) => length < TOGETHER)) return null;
	const levels = atSameUptime.map((own) => median(own.map((each) => each[measure])));
	const slopes = levels.flatMap((from, index) =>
		levels.slice(index + 1).map((to, more) => (to - from) / (more + 1)),
	);
	const before = median(levels);
	return percent(before, before + median(slopes) * (levels.length - 1));
}

function percent(before: number, after: number): number {
	return Math.round((after / before - 1) * 1_000) / 10;
}
