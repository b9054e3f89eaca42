import { type CountryCode, parsePhoneNumber } from '../../../kernel';

/**
 * The number of someone who is texted nothing here: also one that is not assigned, or not any more.
 *
 * @throws InputError `missing_phone`, `invalid_phone`
 */
export function parseKnownNumber(
	given: unknown,
	defaultCountry: CountryCode | undefined,
	label?: string,
): string {
	return parsePhoneNumber(given, defaultCountry, label, { unassigned: 'accept' });
}
