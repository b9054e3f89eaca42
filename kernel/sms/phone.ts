import { parsePhoneNumberWithError, type CountryCode, type PhoneNumber } from 'libphonenumber-js';

import { maskPhoneNumber } from '../http/redact';
import { InputError } from '../input/inputError';
import { COUNTRY_NAMES } from './countries';
import {
	noNumber,
	refusedNumber,
	showNumber,
	writtenNumber,
	type PhoneRefusal,
} from './writtenNumber';

export { isSupportedCountry } from 'libphonenumber-js';
export type { CountryCode } from 'libphonenumber-js';

/** ITU E.164, as the contract's `PhoneNumber` schema spells it. */
export const E164 = /^\+[1-9][0-9]{1,14}$/;

/** How strict the reading of a number is. */
export interface PhoneNumberOptions {
	/**
	 * What to do with a number whose length fits its country, but which belongs to nobody as far as
	 * is known: `refuse` it, as before a text is sent, or `accept` it, where nothing is sent.
	 */
	unassigned?: 'refuse' | 'accept';
}

/**
 * What a text is as a phone number: the number in E.164 and whether its country is known to assign such
 * numbers, or why it is none and what to do.
 */
export type PhoneReading = { number: string; isAssigned: boolean } | PhoneRefusal;

/**
 * The phone number in E.164, e.g. `+12025550117`: what has one meaning is read, however it is
 * written, and nothing is guessed. `docs/accepted-values.md` has the forms.
 *
 * A number without plus and without `00` needs `defaultCountry` (ISO 3166-1 alpha-2), and is then
 * read both ways, as a national number and as one that has its country code already.
 *
 * @throws InputError `missing_phone` or `invalid_phone`, naming `field`
 */
export function parsePhoneNumber(
	input: unknown,
	defaultCountry?: CountryCode,
	field = 'Phone Number',
	options: PhoneNumberOptions = {},
): string {
	const reading = readPhoneNumber(input, defaultCountry, options);
	if (reading.number !== undefined) return reading.number;
	throw new InputError(field, reading.code, reading.wrong, reading.advice);
}

const EXAMPLE = '+12025550117';
const WRITE_COUNTRY = `Write it with + and country code, e.g. ${EXAMPLE}`;

/** As `parsePhoneNumber`, for those who continue without a number: the reading, or what is wrong. */
export function readPhoneNumber(
	input: unknown,
	defaultCountry?: CountryCode,
	{ unassigned = 'refuse' }: PhoneNumberOptions = {},
): PhoneReading {
	const written = writtenNumber(input, EXAMPLE);
	if (!('digits' in written)) return written;
	const { text, digits } = written;

	const readings = readingsOf(digits, defaultCountry);
	const valid = readings.filter((one) => one.isValid());
	const possible = unassigned === 'accept' ? readings.filter((one) => one.isPossible()) : [];
	const [reading, other] = valid.length > 0 ? valid : possible;
	if (other !== undefined) return refusedNumber(ambiguous(reading, other), `${WRITE_COUNTRY}.`);
	if (reading === undefined) return whyUnread(text, digits, readings, defaultCountry);
	if (!mayLackZero(digits, defaultCountry))
		return { number: reading.number, isAssigned: valid.length > 0 };
	return refusedNumber('may have lost its first 0', `${WRITE_COUNTRY}.`);
}

/** Digits of the longest short code; emergency numbers have fewer. */
const SHORT_CODE_DIGITS = 6;

function whyUnread(
	text: string,
	digits: string,
	[reading]: PhoneNumber[],
	country: CountryCode | undefined,
): PhoneReading {
	if (/^[0-9]*$/.test(digits) && digits.length <= SHORT_CODE_DIGITS) {
		const advice = 'Enter the complete number. Short codes and emergency numbers cannot be used.';
		return refusedNumber(`${showNumber(text)} is too short for a phone number`, advice);
	}
	if (reading !== undefined) {
		const wrong = `${maskPhoneNumber(reading.number)} does not exist in its country`;
		return refusedNumber(wrong, 'Check the digits of the number.');
	}
	if (country !== undefined || /^(?:\+|00)/.test(digits)) {
		return refusedNumber(noNumber(text), 'Check the digits of the number.');
	}
	return refusedNumber(
		`${showNumber(text)} has no country code`,
		`${WRITE_COUNTRY}, or add Default Country.`,
	);
}

/** What the digits can mean, each number once; the national reading comes first. */
function readingsOf(digits: string, country: CountryCode | undefined): PhoneNumber[] {
	if (digits.startsWith('+')) return given([withPlus(digits)]);
	const abroad = digits.startsWith('00') ? withPlus(`+${digits.slice(2)}`) : undefined;
	if (country === undefined) return given([abroad]);
	const national = parse(digits, country);
	if (national !== undefined && isComplete(national, digits)) return [national];
	return given([national, abroad, withoutPlus(digits)]);
}

function given(readings: Array<PhoneNumber | undefined>): PhoneNumber[] {
	return readings.filter(
		(one, index): one is PhoneNumber =>
			one !== undefined && readings.findIndex((each) => each?.number === one.number) === index,
	);
}

/**
 * Whether a number is national beyond doubt: all numbers of North America have ten digits, and a
 * fifth of them would be valid abroad too, with their first digits as a country code.
 */
function isComplete(national: PhoneNumber, digits: string): boolean {
	return national.number === `+1${digits}` && national.isValid();
}

function withPlus(digits: string): PhoneNumber | undefined {
	const written = parse(digits);
	// Mexico dropped the 1 of its mobile numbers in 2019; many address books still have it.
	if (!/^\+521\d{10}$/.test(digits) || written?.isValid()) return written;
	return parse(digits.replace('+521', '+52'));
}

/** The number with its country code, if each digit is one of it: a 0 inside would be a coincidence. */
function withoutPlus(digits: string): PhoneNumber | undefined {
	const reading = withPlus(`+${digits}`);
	const isWhole = reading?.number === `+${digits}` || /^521\d{10}$/.test(digits);
	return isWhole ? reading : undefined;
}

/**
 * Whether a spreadsheet may have taken the first 0 of a number away. Gabon put one in front of its
 * old numbers in 2019, where it belongs to them; the library's tables have both.
 */
function mayLackZero(digits: string, country: CountryCode | undefined): boolean {
	return (
		country === 'GA' && /^\d{7}$/.test(digits) && parse(`0${digits}`, country)?.isValid() === true
	);
}

function parse(digits: string, defaultCountry?: CountryCode): PhoneNumber | undefined {
	try {
		return parsePhoneNumberWithError(digits, { defaultCountry, extract: false });
	} catch {
		return undefined;
	}
}

function ambiguous(one: PhoneNumber, other: PhoneNumber): string {
	const home = placeOf(one);
	const abroad = placeOf(other);
	return [
		`can be read as ${maskPhoneNumber(one.number)} in ${home}`,
		`and, with its country code, as ${maskPhoneNumber(other.number)} in ${abroad}`,
	].join(' ');
}

function placeOf({ country, countryCallingCode }: PhoneNumber): string {
	return country === undefined ? `country code ${countryCallingCode}` : COUNTRY_NAMES[country];
}
