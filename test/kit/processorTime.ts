/** Milliseconds of processor time; what else runs on this machine does not count. */
export function processorTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

/** How often each size is measured, in turns: the least counts, the others had garbage to collect. */
const RUNS = 6;

/**
 * How many times as long work takes when there is four times as much of it: about 4 where its time is
 * linear, 16 where it is quadratic, on a slow machine as on a fast one.
 * @param size of the smaller work, so that it takes some milliseconds
 */
export function growthOfTime(work: (size: number) => unknown, size: number): number {
	let [small, large] = [Infinity, Infinity];
	for (let run = 0; run < RUNS; run++) {
		small = Math.min(
			small,
			processorTime(() => work(size)),
		);
		large = Math.min(
			large,
			processorTime(() => work(4 * size)),
		);
	}
	return large / small;
}
