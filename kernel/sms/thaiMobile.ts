import { maskPhoneNumber } from '../http/redact';
import { InputError } from '../input/inputError';
import {
	noNumber,
	refusedNumber,
	writtenNumber,
	type PhoneRefusal,
	type WrittenNumber,
} from './writtenNumber';

/** What a text is as a Thai mobile number, or why it is none and what to do. */
export type ThaiMobileReading = ThaiMobile | PhoneRefusal;

export interface ThaiMobile {
	/** 66 and nine digits, without a plus. */
	number: string;
	/** Whether its first 0 was missing and has been put back. */
	isRepaired: boolean;
	/** Whether it begins as mobile numbers do: 06, 08 or 09. */
	isUsual: boolean;
}

const EXAMPLE = '0812345678';
const CHECK = 'Check the digits of the number.';
const THAI_ONLY = `Only Thai mobile numbers can be used, e.g. ${EXAMPLE} or +66812345678.`;

/**
 * Reads a Thai mobile number, however it is written: `+66`, `66` or `0066` before nine digits (also with
 * a 0 between them), or `0` and nine digits. Nine digits that begin with 6, 8 or 9 have lost their 0 in
 * a spreadsheet and get it back. Everything else is refused.
 */
export function readThaiMobile(input: unknown): ThaiMobileReading {
	// Most numbers of a long list come in one of these two forms.
	if (typeof input === 'string' && /^(?:66|0)[1-9]\d{8}$/.test(input))
		return mobile(input.slice(-9));
	const written = writtenNumber(input, EXAMPLE);
	if (!('digits' in written)) return written;
	const national = nationalPart(written.digits);
	if (national === undefined) return foreign(written);
	const { digits, hasCountry } = national;
	if (/^0[1-9]\d{8}$/.test(digits)) return mobile(digits.slice(1));
	if (hasCountry && /^[1-9]\d{8}$/.test(digits)) return mobile(digits);
	if (/^[689]\d{8}$/.test(digits)) return { ...mobile(digits), isRepaired: true };
	return misshapen(written, digits.replace(/^0/, ''), hasCountry);
}

/**
 * The number as 66 and nine digits.
 *
 * @throws InputError `missing_phone` or `invalid_phone`, naming `field`
 */
export function parseThaiMobile(input: unknown, field: string): ThaiMobile {
	const reading = readThaiMobile(input);
	if (reading.number !== undefined) return reading;
	throw new InputError(field, reading.code, reading.wrong, reading.advice);
}

function mobile(nine: string): ThaiMobile {
	return { number: `66${nine}`, isRepaired: false, isUsual: /^[689]/.test(nine) };
}

/** What stands after the country code, if there is one; nothing for a number of another country. */
function nationalPart(digits: string): { digits: string; hasCountry: boolean } | undefined {
	const abroad = /^(?:\+|00)(.*)$/.exec(digits)?.[1];
	if (abroad !== undefined) {
		return abroad.startsWith('66') ? { digits: abroad.slice(2), hasCountry: true } : undefined;
	}
	// Nine digits that begin with 66 are a number that lost its 0.
	const hasCountry = digits.startsWith('66') && digits.length >= 10;
	return { digits: hasCountry ? digits.slice(2) : digits, hasCountry };
}

function foreign({ digits, text }: WrittenNumber): PhoneRefusal {
	const country = digits.replace(/^(?:\+|00)/, '');
	if (country === '' || country.startsWith('0')) return refusedNumber(noNumber(text), THAI_ONLY);
	return refusedNumber(`${maskPhoneNumber(digits)} is a number of another country`, THAI_ONLY);
}

/** Digits of a fixed line after its 0: one fewer than of a mobile number. */
const FIXED_LINE = /^[2-57]\d{7}$/;

/** Digits of the longest short code and service number. */
const SHORT_CODE_DIGITS = 6;

/** @param significant the digits without country code and first 0 */
function misshapen(
	{ text, digits }: WrittenNumber,
	significant: string,
	hasCountry: boolean,
): PhoneRefusal {
	const shown = maskPhoneNumber(digits);
	if (FIXED_LINE.test(significant)) {
		const wrong = `${shown} is a fixed line, which takes no texts`;
		return refusedNumber(wrong, `Enter a mobile number, e.g. ${EXAMPLE}.`);
	}
	if (digits.length <= SHORT_CODE_DIGITS) {
		const advice = 'Enter the complete number. Short codes and emergency numbers cannot be used.';
		return refusedNumber(`${shown} is too short for a phone number`, advice);
	}
	const isThai = hasCountry || digits.startsWith('0');
	if (!isThai && significant.length >= 9) return refusedNumber(noNumber(text), THAI_ONLY);
	const length = `has ${significant.length} digits after its 0 or 66 instead of 9`;
	return refusedNumber(`${shown} ${length}`, CHECK);
}
