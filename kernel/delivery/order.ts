/** Work in parts, some of which have to wait for earlier ones. */
export interface OrderedWork {
	/** How many parts there are, numbered from 0. */
	count: number;
	/** Parts before this one that must have ended before it starts. */
	waitsFor(part: number): readonly number[];
	/** How many may be under way at the same time; asked whenever one could start. */
	width(): number;
	/** Does one part. Must not throw. */
	run(part: number): Promise<void>;
}

/** Does all parts, each after those it waits for, as many side by side as the width allows. */
export async function runInOrder({ count, waitsFor, width, run }: OrderedWork): Promise<void> {
	const open = new Int32Array(count);
	const followers = new Map<number, number[]>();
	const ready: number[] = [];
	for (let part = 0; part < count; part++) {
		const before = waitsFor(part);
		open[part] = before.length;
		for (const earlier of before) {
			const others = followers.get(earlier);
			if (others) others.push(part);
			else followers.set(earlier, [part]);
		}
		if (before.length === 0) ready.push(part);
	}

	let next = 0; // place in `ready`
	let underWay = 0;
	await new Promise<void>((resolve, reject) => {
		const startReady = () => {
			if (next === ready.length && underWay === 0) return resolve();
			while (next < ready.length && underWay < Math.max(1, width())) {
				const part = ready[next++];
				underWay++;
				run(part).then(() => end(part), reject);
			}
		};
		const end = (part: number) => {
			underWay--;
			for (const follower of followers.get(part) ?? []) {
				if (--open[follower] === 0) ready.push(follower);
			}
			startReady();
		};
		startReady();
	});
}

/**
 * For each part those before it that share one of its keys: the last one for each key. Parts of one
 * key so run one after the other, in order.
 *
 * @param keysOf keys of a part; none for one that waits for nobody
 */
export function earlierWithSameKey(
	count: number,
	keysOf: (part: number) => Iterable<string>,
): (part: number) => readonly number[] {
	const lastOf = new Map<string, number>();
	const earlier: Array<readonly number[]> = [];
	for (let part = 0; part < count; part++) {
		const found = new Set<number>();
		for (const key of keysOf(part)) {
			const before = lastOf.get(key);
			if (before !== undefined && before !== part) found.add(before);
			lastOf.set(key, part);
		}
		earlier.push(found.size === 0 ? NONE : [...found]);
	}
	return (part) => earlier[part];
}

const NONE: readonly number[] = [];
