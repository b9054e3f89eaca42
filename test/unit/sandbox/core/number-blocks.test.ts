import fc from 'fast-check';
import { NumberBlocks } from '../../../../sandbox/core/journal/number-blocks';
import { NumberSet } from '../../../../sandbox/core/journal/number-set';

const number = fc.oneof(fc.nat({ max: 20 }), fc.integer({ min: 0, max: 2 ** 32 - 2 }));

describe('a set of numbers', () => {
	it('knows the same as a set of any values, with room made before or not', () => {
		fc.assert(
			fc.property(fc.array(number), fc.nat({ max: 100 }), (numbers, room) => {
				const known = new Set<number>();
				const set = new NumberSet();
				set.reserve(room);
				for (const each of numbers) {
					expect(set.add(each)).toBe(!known.has(each));
					known.add(each);
				}
				expect(set.size).toBe(known.size);
			}),
		);
	});
});

describe('texts to many phones', () => {
	const text = { at: '2027-02-14T12:00:00.000Z', sender: 'LOFT', text: 'Hi', messageId: 'm' };
	const block = (numbers: number[], more = {}) => ({
		...text,
		prefix: '66',
		digits: 9,
		numbers: Uint32Array.from(numbers),
		...more,
	});

	it('count phones, texts and repeats as a list of single texts would', () => {
		const blocksOf = fc.array(fc.tuple(fc.array(number), fc.constantFrom('a', 'b')));
		fc.assert(
			fc.property(blocksOf, (all) => {
				const blocks = new NumberBlocks();
				for (const [numbers, sameness] of all) blocks.add(block(numbers), sameness);
				const single = all.flatMap(([numbers, sameness]) =>
					numbers.map((each) => `${sameness} ${each}`),
				);
				const phones = new Set(all.flatMap(([numbers]) => numbers)).size;
				const duplicates = single.length - new Set(single).size;
				expect(blocks.totals()).toEqual({ texts: single.length, phones, duplicates });
				const repeated = blocks.byMessage().reduce((sum, each) => sum + each.repeated, 0);
				expect(repeated).toBe(duplicates);
			}),
		);
	});

	it('are told apart by sender and prefix, and listed for one phone or all', () => {
		const blocks = new NumberBlocks();
		blocks.add(block([12, 812_345_678]), 'Hi');
		blocks.add(block([12], { sender: 'NEST' }), 'Hi');
		blocks.add(block([12], { prefix: '84' }), 'Hi');
		expect(blocks.totals()).toEqual({ texts: 4, phones: 3, duplicates: 0 });
		const listed = (phone?: string) => [...blocks.list(phone)].map((each) => each.phone);
		expect(listed()).toEqual(['66000000012', '66812345678', '66000000012', '84000000012']);
		expect(listed('66000000012')).toHaveLength(2);
		expect(listed('6612')).toEqual([]);
	});
});
