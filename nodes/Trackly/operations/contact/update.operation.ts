import {
	collectionField,
	defaultCountryField,
	emptiableAssignmentsField,
	type JsonObject,
	perItem,
	onlyOptionsField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactPhoneField } from '../../fields/contact';
import { listNumberField } from '../../fields/list';
import { parseKnownNumber } from '../../fields/knownNumber';

const REPLACE = 'replace';

/** How the stored custom fields change (contract: ContactUpdate.merge_fields). */
const mode = onlyOptionsField('mode', {
	displayName: 'Mode',
	default: 'merge',
	description: 'What to do with the custom fields that are already stored',
	options: [
		{
			name: 'Merge',
			value: 'merge',
			description: 'Other stored fields keep their values',
		},
		{
			name: 'Replace',
			value: REPLACE,
			description: 'Other stored fields, and fields without a value, are removed',
		},
	],
});

/** Changes the custom fields of a contact on one list (contract: updateContact). */
export const updateContact = perItem({
	resource: 'contact',
	operation: 'update',
	name: 'Update',
	action: 'Update a contact',
	description: 'Change the custom fields of a contact that is already on a sending list',
	fields: [
		listNumberField('listNumber', { required: true }),
		contactPhoneField,
		emptiableAssignmentsField('customFields', {
			displayName: 'Custom Fields',
			description:
				'Fields to store with the contact on this list. A field with an empty value is cleared, unless all values are empty.',
		}),
		mode,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			defaultCountryField,
		]),
	],
	request: ({ listNumber, phoneNumber, customFields, mode: chosen, options }) => ({
		endpoint: endpoints.updateContact,
		body: {
			phone_number: parseKnownNumber(phoneNumber, options.defaultCountry),
			list_number: listNumber,
			custom_fields: chosen === REPLACE ? withoutEmpty(customFields) : customFields,
			merge_fields: chosen !== REPLACE,
		},
	}),
	output: (answer, { body }) => ({
		phone_number: body?.phone_number,
		list_number: body?.list_number,
		...answer,
		success: undefined,
	}),
	orderingKey: ({ body }) => String(body?.phone_number),
});

/** Where all fields are replaced, those without a value are left out. */
function withoutEmpty(fields: JsonObject | undefined): JsonObject | undefined {
	return fields && Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
