/** Says what is found on the way. */
export type Print = (line: string) => void;

/** Something that is measured in one go, and the numbers that come of it. */
export interface Measurement {
	/** Names of its numbers in the JSON line at the end. */
	figures: readonly string[];
	measure(print: Print): Promise<Record<string, number>>;
}

/** One way of doing something, which can be timed. */
export interface Subject {
	name: string;
	/** Does it once. @returns milliseconds, or another cost of which less is better */
	run(): Promise<number>;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Least, median and most of several runs. */
export function spread(values: readonly number[], digits: number): string {
	const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)];
	return `min ${least.toFixed(digits)}  median ${middle.toFixed(digits)}  max ${most.toFixed(digits)}`;
}

/**
 * What they cost divided by what ours costs, in runs by turns after one that does not count: more is
 * better. The order changes with every turn, so that neither profits from going second.
 *
 * @param unit of what `run` gives, for the lines printed
 */
export async function compare(
	ours: Subject,
	theirs: Subject,
	{ runs = 5, unit = 'ms', print }: { runs?: number; unit?: string; print: Print },
): Promise<number> {
	for (const subject of [ours, theirs]) await subject.run();
	const costs = new Map<Subject, number[]>([
		[ours, []],
		[theirs, []],
	]);
	for (let turn = 0; turn < runs; turn++) {
		const order = turn % 2 === 0 ? [ours, theirs] : [theirs, ours];
		for (const subject of order) costs.get(subject)!.push(await subject.run());
	}
	for (const [{ name }, all] of costs) print(`  ${name}, ${unit}: ${spread(all, 3)}`);
	const ratios = costs.get(theirs)!.map((cost, turn) => cost / costs.get(ours)![turn]);
	print(`  ratio of ${runs} runs by turns: ${spread(ratios, 3)}`);
	return rounded(median(ratios));
}

/** Three decimals. */
export function rounded(value: number): number {
	return Number(value.toFixed(3));
}
