import fc from 'fast-check';

import { optOutCheck } from '../../../../kernel/sms/optOuts';

/** Ways in which people and programs write +44 20 7946 0958 or +1 202 555 0117. */
const SPELLINGS: Record<string, (country: string, national: string) => unknown> = {
	'E.164': (country, national) => `+${country}${national}`,
	'without plus': (country, national) => `${country}${national}`,
	'as a number': (country, national) => Number(country + national),
	'as a number of a spreadsheet': (country, national) => `${country}${national}.0`,
	'with 00': (country, national) => `00${country}${national}`,
	'with plus and 00': (country, national) => `+00${country}${national}`,
	'with spaces': (country, national) =>
		` +${country} ${national.slice(0, 3)} ${national.slice(3)} `,
	'with hyphens and brackets': (country, national) =>
		`+${country} (${national.slice(0, 3)}) ${national.slice(3, 6)}-${national.slice(6)}`,
	'with a bracketed plus': (country, national) => `(+${country}) ${national}`,
	'with a bracketed zero': (country, national) => `+${country} (0)${national}`,
	national: (_, national) => national,
	'national with a zero': (_, national) => `0${national.slice(0, 2)} ${national.slice(2)}`,
	'as an address': (country, national) => `tel:+${country}${national}`,
	'after an apostrophe': (country, national) => `'+${country}${national}`,
	'with invisible marks': (country, national) => `\u202a+${country}${national}\u202c`,
	'with other hyphens': (country, national) => `+${country}\u2011${national}`,
	'with spaces that do not break': (country, national) => `+${country}\u00a0${national}`,
};

const country = fc.constantFrom('1', '44', '49', '358');
const national = fc.stringMatching(/^[1-9]\d{8,9}$/);

describe('a recipient who opted out', () => {
	it.each(Object.entries(SPELLINGS))('is found when the number is listed %s', (_, spell) => {
		fc.assert(
			fc.property(country, national, fc.array(fc.tuple(country, national)), (code, own, others) => {
				const listed = [...others.map(([other, number]) => `+${other}${number}`), spell(code, own)];
				expect(optOutCheck(listed)?.(`+${code}${own}`)).toBe(true);
			}),
			{ numRuns: 50 },
		);
	});

	it.each(['+12025550117', '12025550117', '2025550117', '555-0117'])(
		'is not somebody else: %s',
		(listed) => {
			const isOptedOut = optOutCheck([listed])!;
			expect(isOptedOut('+12025550117')).toBe(true);
			expect(isOptedOut('+12025550118')).toBe(false);
			expect(isOptedOut('+1202555011')).toBe(false);
		},
	);

	it('is only the one of that country where the country is listed', () => {
		const isOptedOut = optOutCheck(['+12025550117'])!;
		expect(isOptedOut('+4412025550117')).toBe(false);
		// Rather one too many: nobody knows which of them it is.
		expect(optOutCheck(['12025550117'])!('+4412025550117')).toBe(true);
	});
});

describe('opt-outs', () => {
	it('may be none', () => {
		expect(optOutCheck([])?.('+12025550117')).toBe(false);
	});

	it.each([
		[undefined],
		[null],
		[''],
		[7],
		['123456'],
		['unknown'],
		[{ phone_number: '+12025550117' }],
		[['+12025550117', '+12025550118']],
		[1.2025550117e22],
		['+12025550117 x12'],
		['+12025550117 ext. 5'],
		['+12025550117, +12025550118'],
		['1.20256E+10'],
		['+1202555011701234567'],
		['000000000000'],
		['+1202•••0117'],
	])('that hold %j cannot be told', (number) => {
		expect(optOutCheck(['+12025550117', number])).toBeUndefined();
	});
});
