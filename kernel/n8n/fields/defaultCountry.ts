import { isSupportedCountry, type CountryCode } from '../../sms/phone';
import { InputError } from '../../input/inputError';
import { readText, type Reader } from '../../input/read';
import type { Field } from './field';
import { COUNTRY_NAMES } from '../../sms/countries';

const readCountry: Reader<CountryCode | undefined> = (raw, label, scope) => {
	const code = readText(raw, label, scope)?.trim().toUpperCase();
	if (code === undefined) return undefined;
	if (isSupportedCountry(code)) return code;
	throw new InputError(
		label,
		'invalid_value',
		'is not a country code',
		'Enter a code of two letters, e.g. US.',
	);
};

/** The country of numbers without a country code. */
export const defaultCountryField: Field<'defaultCountry', CountryCode | undefined> = {
	name: 'defaultCountry',
	property: {
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		default: 'US',
		options: Object.entries(COUNTRY_NAMES).map(([code, name]) => ({
			name: `${name} (${code})`,
			value: code,
		})),
		description: 'Country of phone numbers that have no country code',
	},
	read: readCountry,
};
