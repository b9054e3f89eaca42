import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';

import { E164, parsePhoneNumber } from '../../../../kernel/sms/phone';
import { InputError } from '../../../../kernel/input/inputError';

describe('parsePhoneNumber', () => {
	it.each([
		['+12025550117', undefined, '+12025550117'],
		[' +1 (202) 555-0117 ', undefined, '+12025550117'],
		['0044 20 7946 0958', undefined, '+442079460958'],
		['(202) 555-0117', 'US', '+12025550117'],
		['12025550117', 'US', '+12025550117'],
		[12025550117, 'US', '+12025550117'],
		['020 7946 0958', 'GB', '+442079460958'],
		['+12025550117', 'GB', '+12025550117'],
		['0044 20 7946 0958', 'GB', '+442079460958'],
		['011 44 20 7946 0958', 'US', '+442079460958'],
	] as const)('reads %j with default country %s as %s', (input, country, expected) => {
		expect(parsePhoneNumber(input, country)).toBe(expected);
	});

	it.each([
		['', 'missing_phone', 'is empty'],
		[undefined, 'missing_phone', 'is empty'],
		[null, 'missing_phone', 'is empty'],
		['202 555 0117', 'invalid_phone', 'has no country code'],
		[2025550117, 'invalid_phone', 'has no country code'],
		['not a number', 'invalid_phone', 'is not a phone number'],
		['call +12025550117 now', 'invalid_phone', 'is not a phone number'],
		['+12025550117 ext. 5', 'invalid_phone', 'extension'],
		['+1123', 'invalid_phone', 'not a'],
		[{ phone: 1 }, 'invalid_phone', 'is object, not text'],
	])('refuses %j with %s', (input, code, wrong) => {
		const attempt = () => parsePhoneNumber(input, undefined, 'To');
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(expect.objectContaining({ code, field: 'To' }));
		expect(attempt).toThrow(wrong);
	});

	it.each([
		['x'.repeat(40), `"${'x'.repeat(40)}" is not a phone number`],
		['x'.repeat(41), `"${'x'.repeat(40)}…" is not a phone number`],
		[`see trk_0123456789abcdef`, '"see …" is not a phone number'],
	])('shows at most 40 characters of %j', (input, wrong) => {
		expect(() => parsePhoneNumber(input, undefined, 'To')).toThrow(new Error(`To: ${wrong}`));
	});

	it.each([
		['12345', undefined, '"12345" is not a phone number'],
		['123456', undefined, '"123456" has no country code'],
		['(202) 555-0117', undefined, '"(…0117" has no country code'],
		['202 555 0117 x', undefined, '"…0117 x" is not a phone number'],
		['x 202 555 0117', undefined, '"x …0117" is not a phone number'],
		['1'.repeat(30), undefined, '"…1111" has no country code'],
		['1'.repeat(30), 'US', '"…1111" is not a phone number'],
		// Not how the United States dial abroad.
		['0044 20 7946 0958', 'US', '…0958 is not a number that exists in its country'],
		['call 202', 'US', '"call 202" is not a phone number'],
		['+1 202 555 0117 ext. 5', undefined, 'has an extension, which cannot be texted'],
		['+12025', undefined, '…2025 is not a number that exists in its country'],
		[true, undefined, 'is boolean, not text'],
		['   ', undefined, 'is empty'],
	] as const)('says of %j, with default country %s: %s', (input, country, wrong) => {
		expect(() => parsePhoneNumber(input, country)).toThrow(new Error(`Phone Number: ${wrong}`));
	});

	it('never shows a whole number in a message', () => {
		expect(() => parsePhoneNumber('2025550117')).toThrow('"…0117" has no country code');
	});

	it('gives E.164, and gives it back unchanged, for every country', () => {
		fc.assert(
			fc.property(fc.constantFrom(...getCountries()), (country) => {
				const example = getExampleNumber(country, examples);
				fc.pre(example !== undefined);
				const national = parsePhoneNumber(example!.formatNational(), country);
				expect(national).toMatch(E164);
				expect(parsePhoneNumber(national)).toBe(national);
				expect(parsePhoneNumber(example!.formatInternational())).toBe(national);
			}),
		);
	});

	it('throws nothing but InputError, whatever it is given', () => {
		fc.assert(
			fc.property(fc.anything(), (input) => {
				try {
					expect(parsePhoneNumber(input, 'US')).toMatch(E164);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
			}),
		);
	});
});
