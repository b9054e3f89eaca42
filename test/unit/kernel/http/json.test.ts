import fc from 'fast-check';

import { holdsLongNumber, parseJson } from '../../../../kernel/http/json';

/** Makes the exact reader look at a text, whatever else it holds. */
const beside = (text: string) => `{"id":90071992547409930001,"value":${text}}`;
const valueIn = (text: string) => (parseJson(beside(text)) as { value: unknown }).value;

describe('an id', () => {
	it('keeps each of its digits, whatever its length', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), (id) => {
				expect(String(parseJson(String(id)))).toBe(String(id));
				expect(String(valueIn(String(id)))).toBe(String(id));
			}),
		);
	});

	it.each([
		['9007199254740991', 9_007_199_254_740_991],
		['9007199254740992', '9007199254740992'],
		['9007199254740993', '9007199254740993'],
		['-9007199254740993', '-9007199254740993'],
		['1000000000000000000000', '1000000000000000000000'],
		['7', 7],
		['0', 0],
	])('%s is a number only where JavaScript holds it exactly', (text, expected) => {
		expect(parseJson(text)).toBe(expected);
		expect(valueIn(text)).toBe(expected);
	});

	it('that stands in a text is left alone', () => {
		expect(parseJson('{"id":"9007199254740993"}')).toEqual({ id: '9007199254740993' });
	});
});

it('sixteen digits in a row are found wherever they stand, and fewer are not', () => {
	const piece = fc.oneof(
		fc.stringMatching(/^\d{1,20}$/),
		fc.stringMatching(/^[^\d]{0,20}$/u),
		fc.constantFrom('1234567890123456', '123456789012345', '.', '"'),
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join('');
			expect([text, holdsLongNumber(text)]).toEqual([text, /\d{16}/.test(text)]);
		}),
		{ numRuns: 2_000 },
	);
});

describe('any other value', () => {
	it('is read as JSON.parse reads it, beside a long id too', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 4 }), (text) => {
				fc.pre(!/\d{16}/.test(text));
				expect(parseJson(text)).toEqual(JSON.parse(text));
				expect(valueIn(text)).toEqual(JSON.parse(text));
			}),
		);
	});

	it.each(['0.1234567890123456789', '1.5', '-0.5e-7', '1e30', '123456789012345678.5'])(
		'is a number where it has a fraction or an exponent: %s',
		(text) => {
			expect(parseJson(text)).toBe(Number(text));
			expect(valueIn(text)).toBe(Number(text));
		},
	);

	it('counts with its last value where a name is given twice', () => {
		expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
		expect(valueIn('{"a":1,"b":0,"a":2}')).toEqual({ a: 2, b: 0 });
		expect(valueIn('{"a":{"x":1},"a":{"y":2}}')).toEqual({ a: { y: 2 } });
		expect(parseJson('{"id":90071992547409930001,"id":90071992547409930002}')).toEqual({
			id: '90071992547409930002',
		});
	});

	it('may be named like a part of every object', () => {
		const value = valueIn('{"__proto__":{"admin":true},"constructor":1}') as { admin?: boolean };
		expect(value.admin).toBeUndefined();
		expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
	});
});

describe('a text that is no JSON', () => {
	it.each(['', '{', '{"id":', '[1,]', "{'a':1}", 'NaN', '01', '{"a":1}x', '"\u0001"'])(
		'is refused, beside a long id too: %j',
		(text) => {
			expect(() => parseJson(text)).toThrow();
			expect(() => valueIn(text)).toThrow();
		},
	);
});
