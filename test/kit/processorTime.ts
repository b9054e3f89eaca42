/** Milliseconds of processor time; what else runs on this machine does not count. */
export function processorTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

/** How often a size is measured: the least counts, the others had garbage to collect. */
const RUNS = 3;

/**
 * How many times as long work takes when there is four times as much of it: about 4 where its time is
 * linear, 16 where it is quadratic, on a slow machine as on a fast one.
 * @param size of the smaller work, so that it takes some milliseconds
 */
export function growthOfTime(work: (size: number) => unknown, size: number): number {
	const least = (of: number) =>
		Math.min(...Array.from({ length: RUNS }, () => processorTime(() => work(of))));
	least(size);
	return least(4 * size) / least(size);
}
