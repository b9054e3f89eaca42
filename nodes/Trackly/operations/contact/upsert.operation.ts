import {
	assignmentsField,
	booleanField,
	collectionField,
	dateTimeField,
	defaultCountryField,
	perItem,
	textField,
} from '../../../../kernel';
import { maxBytes } from '../../api/contract.generated/limits';
import { endpoints } from '../../api/endpoints';
import { contactNumber, contactPhoneField } from '../../fields/contact';
import { listNumberField } from '../../fields/list';
import { withFirstName } from './customFields';

const additional = collectionField(
	'additionalFields',
	{ displayName: 'Additional Fields', placeholder: 'Add field' },
	[
		defaultCountryField,
		textField('firstName', {
			displayName: 'First Name',
			placeholder: 'e.g. Noor',
			description: 'Stored as the custom field first_name',
		}),
		textField('ipAddress', {
			displayName: 'IP Address',
			placeholder: 'e.g. 198.51.100.24',
			description: 'IP address of the sign-up, as evidence of consent',
		}),
		dateTimeField('signupDate', {
			displayName: 'Signup Date',
			description: 'When the contact signed up. If not set, the current time is used.',
		}),
		booleanField('skipJourneyIfExists', {
			displayName: 'Skip Journey if Exists',
			default: true,
			description: 'Whether Use Journeys skips contacts who are already on the list',
		}),
		textField('url', {
			displayName: 'Signup Page URL',
			placeholder: 'e.g. https://example.com/club/join',
			description: 'URL of the sign-up page, as evidence of consent',
		}),
		booleanField('useJourneys', {
			displayName: 'Use Journeys',
			description: 'Whether to enroll new contacts in the welcome journeys of the list',
		}),
		booleanField('useValidation', {
			displayName: 'Use Validation',
			description:
				'Whether to look up the number with its carrier first. This costs 0.003 US dollars unless cached and needs a payment method.',
		}),
	],
);

/** Adds a contact to a list, or updates it there (contract: upsertContact). */
export const upsertContact = perItem({
	resource: 'contact',
	operation: 'upsert',
	name: 'Create or Update',
	action: 'Create or update a contact',
	description:
		'Add a contact to a sending list or update it. For many contacts, use Create or Update Many.',
	fields: [
		listNumberField('listNumber', { required: true }),
		contactPhoneField,
		assignmentsField('customFields', {
			displayName: 'Custom Fields',
			description: 'Fields to store with the contact on this list. Other stored fields are kept.',
		}),
		additional,
	],
	request: ({ listNumber, phoneNumber, customFields, additionalFields }, { note }) => ({
		endpoint: endpoints.upsertContact,
		body: {
			phone_number: contactNumber(phoneNumber, additionalFields.defaultCountry, note),
			list_number: listNumber,
			signup_date: additionalFields.signupDate,
			ip_address: additionalFields.ipAddress,
			url: additionalFields.url,
			use_journeys: additionalFields.useJourneys,
			skip_journey_if_exists: additionalFields.skipJourneyIfExists,
			use_validation: additionalFields.useValidation,
			custom_fields: withFirstName(customFields, additionalFields.firstName),
		},
	}),
	output: (answer, { body }) => ({
		phone_number: body?.phone_number,
		list_number: body?.list_number,
		...answer,
		success: undefined,
	}),
	orderingKey: ({ body }) => String(body?.phone_number),
	maxBodyBytes: maxBytes.upsertContact,
});
