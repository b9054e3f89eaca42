import { readList, readTexts } from '../../../../kernel/input/lists';
import { LISTS_READ } from '../../../../scripts/taken/lists';

const scope = { timezone: 'UTC' };

describe('a list', () => {
	it.each(LISTS_READ)('%j is %j', (given, read) => {
		expect(readList(given, 'Lists', scope)).toEqual(read);
	});

	it.each([undefined, null, '', ' '])('is nothing where %j is given', (given) => {
		expect(readList(given, 'Lists', scope)).toBeUndefined();
		expect(readTexts(given, 'Lists', scope)).toBeUndefined();
	});

	it('keeps entries that are empty, for its owner to judge', () => {
		expect(readList('7,', 'Lists', scope)).toEqual(['7', '']);
		expect(readList([null], 'Lists', scope)).toEqual([null]);
	});

	it.each([
		[{ a: 1 }, 'must be a list, but is an object'],
		['{"a": 1}', 'is not a valid JSON list'],
		['["a"', 'is not a valid JSON list'],
	])('is not %j', (given, wrong) => {
		expect(() => readList(given, 'Lists', scope)).toThrow(
			expect.objectContaining({ code: 'invalid_value', message: `"Lists" ${wrong}` }),
		);
	});

	it('of texts has numbers as their text, and no empty entries', () => {
		expect(readTexts([' a ', 7, '', null, true], 'Lists', scope)).toEqual(['a', '7', 'true']);
		expect(readTexts('+18005550142,+18005550177', 'Lists', scope)).toEqual([
			'+18005550142',
			'+18005550177',
		]);
		expect(() => readTexts(['a', { b: 1 }], 'Lists', scope)).toThrow(
			'Lists: entry 2 must be text, but is an object',
		);
	});
});
