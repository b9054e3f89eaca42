import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';

import { InputError } from '../../../../kernel/input/inputError';
import { E164, type CountryCode, parsePhoneNumber } from '../../../../kernel/sms/phone';
import {
	NUMBERS_READ,
	NUMBERS_REFUSED,
	NUMBERS_WITH_MARKS,
} from '../../../../scripts/taken/numbers';
import { growthOfTime } from '../../../kit/processorTime';

describe('parsePhoneNumber', () => {
	it.each(NUMBERS_READ)('reads %j with default country %s as %s', (given, country, read) => {
		expect(parsePhoneNumber(given, country as CountryCode)).toBe(read);
	});

	it.each(NUMBERS_WITH_MARKS)('reads a number with a %s', (_, given) => {
		expect(parsePhoneNumber(given)).toBe('+12025550117');
	});

	it.each(NUMBERS_REFUSED)('refuses %j with default country %s: %s', (given, country, wrong) => {
		const attempt = () => parsePhoneNumber(given, country as CountryCode, 'To');
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_phone', field: 'To', wrong }));
	});

	it.each([
		[['+12025550117', '+12025550118'], 'must be text, but is a list'],
		[{ phone: 1 }, 'must be text, but is an object'],
		[true, 'must be text, but is a boolean'],
		['x'.repeat(40), `"${'x'.repeat(40)}" is not a phone number`],
		['x'.repeat(41), `"${'x'.repeat(40)}…" is not a phone number`],
		['call +12025550117 now', '"call …0117 now" is not a phone number'],
		// A cut through a number would show its first digits.
		[`${'x'.repeat(35)} +12025550117`, `"${'x'.repeat(35)} …011…" is not a phone number`],
		[1e21, 'is in scientific notation'],
		[Number.NaN, '"NaN" is not a phone number'],
		['1'.repeat(30), '"…1111" has no country code'],
		['+1123', '…1123 does not exist in its country'],
	])('says of %j: %s', (given, wrong) => {
		const attempt = () => parsePhoneNumber(given);
		expect(attempt).toThrow(expect.objectContaining({ field: 'Phone Number', wrong }));
	});

	it.each(['', '   ', undefined, null, '\u200b'])('finds nothing in %j', (given) => {
		const attempt = () => parsePhoneNumber(given, undefined, 'To');
		expect(attempt).toThrow(expect.objectContaining({ code: 'missing_phone', wrong: 'is empty' }));
	});

	it('takes linear time over any text', () => {
		const refuse = (size: number) =>
			expect(() => parsePhoneNumber(`${' /'.repeat(size)}1`)).toThrow(InputError);
		expect(growthOfTime(refuse, 50_000)).toBeLessThan(10);
	});

	it('accepts a number that is not assigned only where that is asked for', () => {
		const accept = { unassigned: 'accept' } as const;
		expect(() => parsePhoneNumber('+11111111111')).toThrow('does not exist');
		expect(parsePhoneNumber('+11111111111', undefined, 'To', accept)).toBe('+11111111111');
		expect(parsePhoneNumber('(111) 111-1111', 'US', 'To', accept)).toBe('+11111111111');
		expect(parsePhoneNumber('(202) 555-0117', 'US', 'To', accept)).toBe('+12025550117');
		expect(() => parsePhoneNumber('+12025', undefined, 'To', accept)).toThrow('does not exist');
	});

	it('throws nothing but InputError, whatever it is given', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'grapheme' })), (input) => {
				try {
					expect(parsePhoneNumber(input, 'US')).toMatch(E164);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});

describe('the number of every country, in whatever spelling', () => {
	const numbers = getCountries().flatMap((country) => {
		const example = getExampleNumber(country, examples);
		return example === undefined ? [] : [[country, example] as const];
	});
	const spellings = (example: (typeof numbers)[number][1]) => {
		const bare = example.number.slice(1);
		const national = example.formatNational();
		const nationalDigits = national.replace(/\D/g, '');
		const withMarks = (text: string) => `\u202a${[...text].join('\u200b')}\ufe0f\u202c`;
		return {
			national,
			'with plus': example.formatInternational(),
			'without plus': bare,
			'a number': Number(bare),
			'a national number': Number(nationalDigits),
			'float text': `${bare}.0`,
			'national float text': `${nationalDigits}.00`,
			'with marks': withMarks(example.number),
			'national with marks': withMarks(national),
			'00': `00${bare}`,
		};
	};
	const readOrRefused = (given: unknown, country?: CountryCode) => {
		try {
			return parsePhoneNumber(given, country);
		} catch (error) {
			expect(error).toBeInstanceOf(InputError);
			return 'refused';
		}
	};

	it('knows examples of more than 200 countries', () => {
		expect(numbers.length).toBeGreaterThan(200);
	});

	it.each(numbers)('%s: is the number or a refusal', (country, example) => {
		for (const [spelling, given] of Object.entries(spellings(example))) {
			const read = readOrRefused(given, country);
			expect([spelling, read]).toEqual([spelling, read === 'refused' ? read : example.number]);
		}
	});

	it.each(numbers)('%s: is read where a plus says so, whatever the country', (_, example) => {
		const withPlus = spellings(example);
		for (const country of [undefined, 'US', 'DE', 'BR'] as const) {
			expect(readOrRefused(withPlus['with plus'], country)).toBe(example.number);
			expect(readOrRefused(withPlus['with marks'], country)).toBe(example.number);
		}
	});

	it.each(numbers)('%s: without plus, is never a number of another country', (_, example) => {
		for (const country of ['DE', 'BR', 'IT', 'ID'] as const) {
			expect([example.number, 'refused']).toContain(
				readOrRefused(example.number.slice(1), country),
			);
		}
	});

	it('is read in nearly every country as people there write it; elsewhere it could be one abroad', () => {
		const refused = numbers.filter(
			([country, example]) => readOrRefused(example.formatNational(), country) === 'refused',
		);
		expect(refused.map(([country]) => country)).toEqual(['CN', 'CO', 'CW', 'GW', 'TM']);
	});
});
