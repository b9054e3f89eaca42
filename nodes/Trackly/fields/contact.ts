import { textField } from '../../../kernel';

/** The phone number that names a contact. */
export const contactPhoneField = textField('phoneNumber', {
	displayName: 'Phone Number',
	required: true,
	placeholder: 'e.g. +12025550117',
	description: 'Phone number of the contact, with + and country code',
});
