import { type CountryCode, InputError, readPhoneNumber } from '../../../../kernel';

/**
 * A number to look up: in E.164 where it can be read, else as it was given, since to judge it is what
 * the lookup is for.
 *
 * @throws InputError `missing_phone`
 */
export function numberToJudge(given: string | undefined, defaultCountry?: CountryCode): string {
	const reading = readPhoneNumber(given, defaultCountry, { unassigned: 'accept' });
	if (reading.number !== undefined) return reading.number;
	if (given !== undefined && reading.code !== 'missing_phone') return given.trim();
	throw new InputError('Phone Number', reading.code, reading.wrong, reading.advice);
}
