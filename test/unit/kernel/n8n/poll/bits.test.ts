import fc from 'fast-check';

import { Bits } from '../../../../../kernel/n8n/trigger/poll/bits';

function bitsAt(places: Iterable<number>): Bits {
	const bits = new Bits();
	for (const place of places) bits.add(place);
	return bits;
}

describe('bits of rows', () => {
	it('hold what was added, and nothing else, in their text as well', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat(3_000)),
				fc.array(fc.tuple(fc.nat(3_000), fc.nat(500))),
				(single, runs) => {
					const places = new Set(single);
					for (const [start, length] of runs) {
						for (let at = start; at < start + length; at++) places.add(at);
					}
					const bits = new Bits(bitsAt(places).toText());
					const held = Array.from({ length: 3_600 }, (_, at) => at).filter((at) => bits.has(at));
					expect(held).toEqual([...places].sort((a, b) => a - b));
					expect(bits.count).toBe(places.size);
				},
			),
		);
	});

	it.each([
		['none', [], 0],
		['every other of 100,000', Array.from({ length: 50_000 }, (_, at) => 2 * at), 16_700],
		['all of 100,000', Array.from({ length: 100_000 }, (_, at) => at), 10],
		['all of 100,000 but a hundred', fewMissing(100_000, 100), 500],
	])('take little room: %s', (_, places, most) => {
		expect(bitsAt(places).toText().length).toBeLessThanOrEqual(most);
	});
});

function fewMissing(all: number, missing: number): number[] {
	return Array.from({ length: all }, (_, at) => at).filter((at) => at % (all / missing) !== 7);
}
