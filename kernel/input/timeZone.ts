import { IANAZone } from 'luxon';

import { InputError } from './inputError';
import { readText, type Reader } from './read';

/**
 * A time zone by its IANA name, e.g. `America/Denver`. Quiet hours hang on it, so a name that is none is
 * refused; so is an offset, which knows no summer time.
 *
 * @throws InputError `invalid_value`
 */
export const readTimeZone: Reader<string | undefined> = (raw, label, scope) => {
	const name = readText(raw, label, scope)?.trim();
	// `create` remembers the zones it knows; asking for each anew is slow.
	if (name === undefined || (/^[a-z]/i.test(name) && IANAZone.create(name).isValid)) return name;
	throw new InputError(
		label,
		'invalid_value',
		'is not a time zone',
		'Enter the IANA name of a time zone, e.g. America/Denver.',
	);
};
