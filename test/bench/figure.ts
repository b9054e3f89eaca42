/** One number that tells how fast something is. */
export interface Figure {
	/** Its name in the JSON line at the end. */
	name: string;
	/** Measures it; what it finds on the way goes to `print`. */
	measure(print: (line: string) => void): Promise<number>;
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
