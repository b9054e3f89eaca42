import { parsePhoneNumberWithError, type CountryCode, type PhoneNumber } from 'libphonenumber-js';

import { InputError } from '../input/inputError';
import { maskPhoneNumber, redact } from '../http/redact';

export { isSupportedCountry } from 'libphonenumber-js';
export type { CountryCode } from 'libphonenumber-js';

/** ITU E.164, as the contract's `PhoneNumber` schema spells it. */
export const E164 = /^\+[1-9][0-9]{1,14}$/;

/**
 * The phone number in E.164, e.g. `+12025550117`.
 *
 * Takes what spreadsheets and CRMs hold: spaces, brackets, a leading `00`, numbers stored as a
 * number. A national number is accepted only with `defaultCountry` (ISO 3166-1 alpha-2).
 *
 * @throws InputError `missing_phone` or `invalid_phone`, naming `field`
 */
export function parsePhoneNumber(
	input: unknown,
	defaultCountry?: CountryCode,
	field = 'Phone Number',
): string {
	const text = typeof input === 'number' ? String(input) : input;
	if (text === undefined || text === null || (typeof text === 'string' && text.trim() === '')) {
		throw new InputError(field, 'missing_phone', 'is empty');
	}
	if (typeof text !== 'string') {
		throw new InputError(field, 'invalid_phone', `is ${typeof text}, not text`);
	}
	const parsed = parse(text.trim(), defaultCountry);
	if (parsed === undefined) {
		const national = defaultCountry === undefined && /^[\d\s().-]{6,}$/.test(text);
		throw new InputError(
			field,
			'invalid_phone',
			national ? `${show(text)} has no country code` : `${show(text)} is not a phone number`,
		);
	}
	if (parsed.ext !== undefined) {
		throw new InputError(field, 'invalid_phone', 'has an extension, which cannot be texted');
	}
	if (!parsed.isValid()) {
		throw new InputError(
			field,
			'invalid_phone',
			`${maskPhoneNumber(parsed.number)} is not a number that exists in its country`,
		);
	}
	return parsed.number;
}

function parse(text: string, defaultCountry: CountryCode | undefined): PhoneNumber | undefined {
	try {
		// `00` is how many people write the plus; the library knows it only with a country.
		const international = defaultCountry === undefined ? text.replace(/^00/, '+') : text;
		return parsePhoneNumberWithError(international, { defaultCountry, extract: false });
	} catch {
		return undefined;
	}
}

/** A long word of letters and digits is no number; it may be a key that was pasted here. */
const KEY_LIKE = /\b(?=\w*\d)(?=\w*[A-Za-z])\w{12,}/g;

function show(text: string): string {
	const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
	return `"${redact(short, [KEY_LIKE])}"`;
}
