import { collectionField, defaultCountryField, perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactPhoneField } from '../../fields/contact';
import { parseKnownNumber } from '../../fields/knownNumber';

/** One contact with all its list memberships (contract: getContact). */
export const getContact = perItem({
	resource: 'contact',
	operation: 'get',
	name: 'Get',
	action: 'Get a contact',
	description: 'Get a contact by phone number, with all its lists and its subscription to each',
	fields: [
		contactPhoneField,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			defaultCountryField,
		]),
	],
	request: ({ phoneNumber, options }) => ({
		endpoint: endpoints.getContact,
		pathParameters: { phone_number: parseKnownNumber(phoneNumber, options.defaultCountry) },
	}),
});
