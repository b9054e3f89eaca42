import {
	bulk,
	booleanColumn,
	dateTimeColumn,
	defaultCountryField,
	objectColumn,
	textColumn,
} from '../../../../kernel';
import { maxBytes, maxEntries } from '../../api/contract.generated/limits';
import { ContactUpsert } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { contactNumber } from '../../fields/contact';
import { listNumberField } from '../../fields/list';
import { PHONE_NAMES } from '../../fields/usualNames';
import { customFieldColumns, mergeCustomFields, withFirstName } from './customFields';

/** The columns of a contact in a batch, named as in the contract's ContactUpsert. */
export const contactColumns = [
	textColumn('phone_number', 'Phone Number', { required: true, usualNames: PHONE_NAMES }),
	textColumn('first_name', 'First Name'),
	objectColumn('custom_fields', 'Custom Fields (JSON)', { removed: true }),
	dateTimeColumn('signup_date', 'Signup Date', { removed: true }),
	textColumn('ip_address', 'IP Address', { removed: true }),
	textColumn('url', 'Signup Page URL', { removed: true }),
	booleanColumn('use_journeys', 'Use Journeys', { removed: true }),
	booleanColumn('skip_journey_if_exists', 'Skip Journey if Exists', { removed: true }),
	booleanColumn('use_validation', 'Use Validation', { removed: true }),
] as const;

/** Adds or updates all input items in as few requests as possible (contract: upsertContactsBulk). */
export const upsertContacts = bulk({
	resource: 'contact',
	operation: 'upsertMany',
	name: 'Create or Update Many',
	action: 'Create or update many contacts',
	description: 'Add each input item to a sending list or update it, 1,000 contacts per request',
	fields: [listNumberField('listNumber', { required: true })],
	columns: contactColumns,
	mapperMethod: 'getContactColumns',
	learntColumns: customFieldColumns,
	options: [defaultCountryField],
	orderingKey: 'phone_number',
	shows: ['list_number'],
	target: {
		endpoint: endpoints.upsertContactsBulk,
		recordsKey: 'contacts',
		recordSchema: ContactUpsert,
		maxRecords: maxEntries.upsertContactsBulk.contacts,
		maxRecordBytes: maxBytes.upsertContactsBulk,
		acceptedStatus: 'saved',
		counts: { accepted: 'success_count' },
		facts: ['contacts_created', 'list_contacts_created', 'journeys_enrolled', 'warnings'],
	},
	record: ({ first_name, ...row }, { listNumber }, { defaultCountry }, others, { note }) => ({
		...row,
		phone_number: contactNumber(row.phone_number, defaultCountry, note),
		list_number: listNumber,
		custom_fields: withFirstName(mergeCustomFields(row.custom_fields, others), first_name),
	}),
});
