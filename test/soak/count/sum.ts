/** Counts, by name; some of them in groups. */
export type Counts = { [name: string]: number | Counts };

/** Adds counts of the same names. */
export function sum<Each extends object>(all: readonly Each[], none: Each): Each {
	return all.reduce((total, each) => added(total as Counts, each as Counts) as Each, none);
}

function added(one: Counts, other: Counts): Counts {
	return Object.fromEntries(
		Object.entries(one).map(([name, value]) => {
			const more = other[name];
			return [
				name,
				typeof value === 'number' ? value + (more as number) : added(value, more as Counts),
			];
		}),
	);
}
