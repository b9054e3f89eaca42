import fc from 'fast-check';

import { earlierWithSameKey, runInOrder } from '../../../../kernel/delivery/order';

/** Parts with keys, how many may go side by side from step to step. */
const work = fc.record({
	parts: fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }), {
		maxLength: 40,
	}),
	widths: fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 1, maxLength: 5 }),
});

describe('runInOrder', () => {
	it('does every part once, never more than the width, those of one key in order', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), work, async (scheduler, { parts, widths }) => {
				const begun: number[] = [];
				const ended: number[] = [];
				let asked = 0;
				const width = () => widths[asked++ % widths.length];
				const widest = Math.max(1, ...widths);
				await scheduler.waitFor(
					runInOrder({
						count: parts.length,
						waitsFor: earlierWithSameKey(parts.length, (part) => parts[part]),
						width,
						async run(part) {
							begun.push(part);
							expect(begun.length - ended.length).toBeLessThanOrEqual(widest);
							for (let earlier = 0; earlier < part; earlier++) {
								if (parts[earlier].some((key) => parts[part].includes(key))) {
									expect(ended).toContain(earlier);
								}
							}
							await scheduler.schedule(Promise.resolve());
							ended.push(part);
						},
					}),
				);
				const all = parts.map((_, part) => part);
				expect([...begun].sort((one, other) => one - other)).toEqual(all);
				expect([...ended].sort((one, other) => one - other)).toEqual(all);
			}),
		);
	});

	it('uses its whole width, and starts the next as soon as one has ended', async () => {
		let open = 0;
		const seen: number[] = [];
		await runInOrder({
			count: 9,
			waitsFor: () => [],
			width: () => 3,
			async run() {
				seen.push(++open);
				await new Promise((resolve) => setImmediate(resolve));
				open--;
			},
		});
		expect(seen.slice(0, 3)).toEqual([1, 2, 3]);
		expect(Math.max(...seen)).toBe(3);
	});

	it('goes by the width of the moment', async () => {
		let width = 1;
		let open = 0;
		const seen: number[] = [];
		await runInOrder({
			count: 6,
			waitsFor: () => [],
			width: () => width,
			async run() {
				seen.push(++open);
				await new Promise((resolve) => setImmediate(resolve));
				open--;
				width = 4;
			},
		});
		expect(seen.slice(0, 5)).toEqual([1, 1, 2, 3, 4]);
	});

	it('ends at once when there is nothing to do', async () => {
		const run = jest.fn();
		await runInOrder({ count: 0, waitsFor: () => [], width: () => 1, run });
		expect(run).not.toHaveBeenCalled();
	});

	it('does 300,000 parts of one key, and of as many, without a deep stack', async () => {
		for (const keyOf of [() => 'one', (part: number) => String(part)]) {
			const count = 300_000;
			let done = 0;
			let inOrder = true;
			await runInOrder({
				count,
				waitsFor: earlierWithSameKey(count, (part) => [keyOf(part)]),
				width: () => 16,
				async run(part) {
					inOrder &&= part === done++;
				},
			});
			expect(done).toBe(count);
			expect(inOrder).toBe(true);
		}
	});

	it('fails when a part does, against its word', async () => {
		const running = runInOrder({
			count: 2,
			waitsFor: () => [],
			width: () => 1,
			run: async () => await Promise.reject(new Error('no')),
		});
		await expect(running).rejects.toThrow('no');
	});
});

describe('earlierWithSameKey', () => {
	it('names for each key the last one before that has it, each once', () => {
		const parts = [['a', 'b'], ['a'], [], ['b', 'a'], ['a', 'b'], ['c']];
		const earlier = earlierWithSameKey(parts.length, (part) => parts[part]);
		expect(parts.map((_, part) => [...earlier(part)].sort())).toEqual([
			[],
			[0],
			[],
			[0, 1],
			[3],
			[],
		]);
	});

	it('does not let a part wait for itself, though a key is in it twice', () => {
		expect(earlierWithSameKey(1, () => ['a', 'a'])(0)).toEqual([]);
	});
});
