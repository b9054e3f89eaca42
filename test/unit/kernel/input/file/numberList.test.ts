import fc from 'fast-check';

import { createNumberList } from '../../../../../kernel/input/file/numberList';

it('a list of numbers holds each once, in order, with where it stood first', () => {
	const number = fc.oneof(
		fc.maxSafeNat(),
		fc.integer({ min: 66_000_000_000, max: 66_000_000_050 }),
	);
	fc.assert(
		fc.property(fc.array(number, { maxLength: 3_000 }), (given) => {
			const list = createNumberList();
			const rows = new Map<number, number>();
			given.forEach((each, row) => {
				expect(list.add(each, row)).toBe(!rows.has(each));
				if (!rows.has(each)) rows.set(each, row);
			});
			list.close();
			const kept = Array.from({ length: list.size }, (_, at) => [list.at(at), list.rowAt(at)]);
			expect(kept).toEqual([...rows]);
		}),
		{ numRuns: 50 },
	);
});

it.each([
	['in a row', (index: number) => 66_800_000_000 + index],
	['far apart', (index: number) => 66_000_000_000 + ((index * 7_919) % 1_000_000_007)],
	['all of them multiples', (index: number) => index * 4_096],
])('two million numbers %s take seconds and few bytes', (_, numberAt) => {
	const list = createNumberList();
	const before = process.memoryUsage().arrayBuffers;
	const started = performance.now();
	for (let index = 0; index < 2_000_000; index++) list.add(numberAt(index), index);
	expect(performance.now() - started).toBeLessThan(8_000);
	expect(list.size).toBe(2_000_000);
	list.close();
	// Those of earlier sizes may not have been collected yet.
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150e6);
});
