import {
	assignmentsField,
	collectionField,
	defaultCountryField,
	perItem,
	optionsField,
	parsePhoneNumber,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactPhoneField } from '../../fields/contact';
import { listNumberField } from '../../fields/list';

/** How the stored custom fields change (contract: ContactUpdate.merge_fields). */
const mode = optionsField('mode', {
	displayName: 'Mode',
	default: 'merge',
	description: 'What becomes of the custom fields that are stored already',
	options: [
		{
			name: 'Merge',
			value: 'merge',
			description: 'Fields that are not given stay as they are',
		},
		{
			name: 'Replace',
			value: 'replace',
			description: 'Fields that are not given, or have no value, are removed',
		},
	],
});

/** Changes the custom fields of a contact on one list (contract: updateContact). */
export const updateContact = perItem({
	resource: 'contact',
	operation: 'update',
	name: 'Update',
	action: 'Update a contact',
	description:
		'Change the custom fields of a contact that is on a sending list already, and get them all back. Nothing is created.',
	fields: [
		listNumberField('listNumber', { required: true }),
		contactPhoneField,
		assignmentsField('customFields', {
			displayName: 'Custom Fields',
			description: 'Fields to store with the contact on this list',
		}),
		mode,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			defaultCountryField,
		]),
	],
	request: ({ listNumber, phoneNumber, customFields, mode: chosen, options }) => ({
		endpoint: endpoints.updateContact,
		body: {
			phone_number: parsePhoneNumber(phoneNumber, options.defaultCountry),
			list_number: listNumber,
			custom_fields: customFields,
			merge_fields: chosen !== 'replace',
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
