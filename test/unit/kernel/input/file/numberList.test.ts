import fc from 'fast-check';

import { createNumberList } from '../../../../../kernel/input/file/numberList';
import { processorTime } from '../../../../kit/processorTime';

/** Of a Set's time, which is that of compiled code. Where numbers crowd in the list, it is thousands. */
const MOST_TIMES = 100;

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
])('two million numbers %s take about the time of a Set and few bytes', (_, numberAt) => {
	const numbers = Float64Array.from({ length: 2_000_000 }, (_each, index) => numberAt(index));
	const ofSet = processorTime(() => new Set(numbers));
	const list = createNumberList();
	const before = process.memoryUsage().arrayBuffers;
	const ofList = processorTime(() => numbers.forEach((number, row) => list.add(number, row)));
	expect(ofList / ofSet).toBeLessThan(MOST_TIMES);
	expect(list.size).toBe(2_000_000);
	list.close();
	// Those of earlier sizes may not have been collected yet.
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150e6);
});
