import {
	bulk,
	booleanColumn,
	defaultCountryField,
	messageTextColumn,
	objectColumn,
	parsePhoneNumber,
	textColumn,
	timeZoneColumn,
} from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { BulkMessage } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { listNumberField } from '../../fields/list';
import { contactData } from '../../fields/recipient';
import { textSafeguards } from '../../fields/texts';
import { PHONE_NAMES, TEXT_NAMES } from '../../fields/usualNames';
import { heldSend } from './held';

/** The columns of a message in a batch, named as in the contract's BulkMessage and ContactData. */
export const messageColumns = [
	textColumn('to', 'To', { required: true, usualNames: PHONE_NAMES }),
	messageTextColumn('body', 'Text', { required: true, usualNames: TEXT_NAMES }),
	textColumn('first_name', 'First Name'),
	textColumn('last_name', 'Last Name', { removed: true }),
	timeZoneColumn('timezone', 'Time Zone', { removed: true }),
	objectColumn('custom_fields', 'Custom Fields', { removed: true }),
	objectColumn('metadata', 'Metadata', { removed: true }),
	booleanColumn('wrap_links', 'Wrap Links', { removed: true }),
] as const;

/** Queues all input items in as few requests as possible (contract: sendMessagesBulk). */
export const sendMessages = bulk({
	resource: 'message',
	operation: 'sendMany',
	name: 'Send Many',
	action: 'Send many SMS messages',
	description: 'Send one text message per input item, 1,000 per request. Best for many recipients.',
	fields: [
		listNumberField('listNumber', {
			required: true,
			description: 'The list to send from. The recipients see its number.',
		}),
	],
	columns: messageColumns,
	mapperMethod: 'getMessageColumns',
	options: [defaultCountryField],
	orderingKey: 'to',
	shows: ['list_number', 'body'],
	guarded: textSafeguards,
	target: {
		endpoint: endpoints.sendMessagesBulk,
		recordsKey: 'messages',
		recordSchema: BulkMessage,
		maxRecords: maxEntries.sendMessagesBulk.messages,
		acceptedStatus: 'queued',
		counts: { accepted: 'queued_count' },
		held: heldSend,
	},
	record: (row, { listNumber }, { defaultCountry }) => ({
		to: parsePhoneNumber(row.to, defaultCountry, 'To'),
		list_number: listNumber,
		body: row.body,
		wrap_links: row.wrap_links,
		contact_data: contactData({
			firstName: row.first_name,
			lastName: row.last_name,
			timezone: row.timezone,
			customFields: row.custom_fields,
		}),
		metadata: row.metadata,
	}),
});
