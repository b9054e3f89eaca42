import {
	bulk,
	defaultCountryField,
	messageTextColumn,
	objectColumn,
	parsePhoneNumber,
	textColumn,
} from '../../../../kernel';
import { maxEntries } from '../../api/contract.generated/limits';
import { SendRawMessageRequest } from '../../api/contract.generated/schemas';
import { endpoints } from '../../api/endpoints';
import { listNumberField } from '../../fields/list';
import { skipFields, skipFlags } from '../../fields/skips';
import { textSafeguards } from '../../fields/texts';
import { PHONE_NAMES, TEXT_NAMES } from '../../fields/usualNames';
import { heldSend } from './held';

/** The columns of a raw message in a batch, named as in the contract's SendRawMessageRequest. */
export const rawMessageColumns = [
	textColumn('to', 'To', { required: true, usualNames: PHONE_NAMES }),
	messageTextColumn('body', 'Text', { required: true, usualNames: TEXT_NAMES }),
	objectColumn('metadata', 'Metadata', { removed: true }),
] as const;

/**
 * Queues all input items with chosen checks left out, in as few requests as possible (contract:
 * sendRawMessagesBulk).
 */
export const sendRawMessages = bulk({
	resource: 'message',
	operation: 'sendRawMany',
	name: 'Send Raw Many',
	action: 'Send many raw SMS messages',
	description:
		'Send many texts and skip selected Trackly checks. Use Send Many for everything else.',
	fields: [
		listNumberField('listNumber', {
			required: true,
			description: 'The list to send from. The recipients see its number.',
		}),
	],
	columns: rawMessageColumns,
	mapperMethod: 'getRawMessageColumns',
	options: [...skipFields, defaultCountryField],
	orderingKey: 'to',
	shows: ['list_number', 'body'],
	guarded: textSafeguards,
	target: {
		endpoint: endpoints.sendRawMessagesBulk,
		recordsKey: 'messages',
		recordSchema: SendRawMessageRequest,
		maxRecords: maxEntries.sendRawMessagesBulk.messages,
		acceptedStatus: 'queued',
		counts: { accepted: 'queued_count' },
		held: heldSend,
	},
	record: (row, { listNumber }, options) => ({
		to: parsePhoneNumber(row.to, options.defaultCountry, 'To'),
		list_number: listNumber,
		body: row.body,
		metadata: row.metadata,
		...skipFlags(options),
	}),
});
