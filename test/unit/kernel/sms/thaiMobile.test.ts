import fc from 'fast-check';

import { InputError } from '../../../../kernel/input/inputError';
import { parseThaiMobile, readThaiMobile } from '../../../../kernel/sms/thaiMobile';
import {
	NO_THAI_NUMBER,
	THAI_NUMBERS_READ,
	THAI_NUMBERS_REFUSED,
	THAI_NUMBERS_REPAIRED,
	THAI_NUMBERS_UNUSUAL,
} from '../../../kit/thaiNumbers';

describe('a Thai mobile number', () => {
	it.each(THAI_NUMBERS_READ)('is read from %j as %s', (given, number) => {
		expect(readThaiMobile(given)).toEqual({ number, isRepaired: false, isUsual: true });
	});

	it.each(THAI_NUMBERS_REPAIRED)('that lost its 0 is repaired: %j to %s', (given, number) => {
		expect(readThaiMobile(given)).toEqual({ number, isRepaired: true, isUsual: true });
	});

	it.each(THAI_NUMBERS_UNUSUAL)('of an unusual prefix is read: %j as %s', (given, number) => {
		expect(readThaiMobile(given)).toEqual({ number, isRepaired: false, isUsual: false });
	});

	it.each(THAI_NUMBERS_REFUSED)('is refused from %j: %s', (given, wrong) => {
		const attempt = () => parseThaiMobile(given, 'To');
		expect(attempt).toThrow(InputError);
		expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_phone', field: 'To', wrong }));
	});

	it.each(NO_THAI_NUMBER)('is missing where there is %j', (given) => {
		const attempt = () => parseThaiMobile(given, 'To');
		expect(attempt).toThrow(expect.objectContaining({ code: 'missing_phone', wrong: 'is empty' }));
	});

	const nine = fc.stringMatching(/^[689]\d{8}$/);
	const separator = fc.constantFrom('', ' ', '-', '_', '\u2013', '\u00a0', '\u200b');
	const before = fc.constantFrom('0', '66', '+66', '0066', '+66 (0)', '');

	it('is the same nine digits however they are separated, whatever stands before them', () => {
		fc.assert(
			fc.property(nine, before, fc.array(separator, { minLength: 8 }), (digits, start, gaps) => {
				const written = [...digits].map((digit, index) => `${digit}${gaps[index] ?? ''}`).join('');
				expect(readThaiMobile(`${start}${written}`).number).toBe(`66${digits}`);
			}),
		);
	});

	it('is read again as itself', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+66 -') }), (text) => {
				const { number } = readThaiMobile(text);
				if (number === undefined) return;
				expect(number).toMatch(/^66\d{9}$/);
				expect(readThaiMobile(number).number).toBe(number);
			}),
		);
	});

	it('is never shown in whole by an error', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[+0-9 ()-]{7,24}$/), (text) => {
				const reading = readThaiMobile(text);
				if (reading.number !== undefined) return;
				// What the sentence counts is not of the number.
				const shown = reading.wrong.replace(/has \d+ digits after its 0 or 66 instead of 9$/, '');
				expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(7);
			}),
			{ numRuns: 1_000 },
		);
	});
});
