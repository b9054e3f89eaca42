import {
	type CountryCode,
	InputError,
	maskPhoneNumber,
	type Note,
	readPhoneNumber,
	textField,
} from '../../../kernel';

/** The phone number that names a contact. */
export const contactPhoneField = textField('phoneNumber', {
	displayName: 'Phone Number',
	required: true,
	placeholder: 'e.g. +12025550117',
	description: 'Phone number of the contact, with + and country code',
});

/**
 * The number of a contact to keep. One that no numbering plan knows is kept as well, with a note: plans
 * are younger than the tables of them, and an import should not lose anybody over that.
 *
 * @throws InputError `missing_phone`, `invalid_phone`
 */
export function contactNumber(
	given: unknown,
	defaultCountry: CountryCode | undefined,
	note: (note: Note) => void,
): string {
	const reading = readPhoneNumber(given, defaultCountry, { unassigned: 'accept' });
	if (reading.number === undefined) {
		throw new InputError(contactPhoneField.property.displayName, reading.code, reading.wrong);
	}
	if (!reading.isAssigned) {
		const text = 'Some phone numbers are not known to exist in their country. Check them';
		note({ text, about: [maskPhoneNumber(reading.number)], warns: true });
	}
	return reading.number;
}
