import { getCountries, isSupportedCountry, type CountryCode } from '../../../kernel/phone';
import { InputProblem } from '../../../kernel/problem';
import { readText, type Reader } from '../../../kernel/read';
import type { Field } from '../../../kernel/n8n/field';

const readCountry: Reader<CountryCode | undefined> = (raw, label, scope) => {
	const code = readText(raw, label, scope)?.trim().toUpperCase();
	if (code === undefined) return undefined;
	if (isSupportedCountry(code)) return code;
	throw new InputProblem(label, 'invalid_value', 'is not a country code such as US');
};

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The country whose national numbers are meant where a number has no country code. */
export const defaultCountryField: Field<'defaultCountry', CountryCode | undefined> = {
	name: 'defaultCountry',
	property: {
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		default: 'US',
		options: getCountries()
			.map((code) => ({ name: `${countryNames.of(code) ?? code} (${code})`, value: code }))
			.sort((one, other) => one.name.localeCompare(other.name, 'en')),
		description: 'Country to assume for phone numbers without a country code',
	},
	read: readCountry,
};
