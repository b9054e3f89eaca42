import {
	collectionField,
	defaultCountryField,
	messageTextField,
	perItem,
	objectField,
	parsePhoneNumber,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { skipFields, skipFlags } from '../../fields/skips';
import { textSafeguards } from '../../fields/texts';
import {
	acceptedText,
	messageId,
	recipientKey,
	sendingListField,
	textLabels,
	toField,
} from './single';

/** Queues one text per input item, with chosen checks left out (contract: sendRawMessage). */
export const sendRawMessage = perItem({
	resource: 'message',
	operation: 'sendRaw',
	name: 'Send Raw',
	action: 'Send a raw SMS',
	description:
		'Send one text message and skip selected Trackly checks. Use Send for everything else.',
	fields: [
		sendingListField,
		toField,
		messageTextField('body', {
			displayName: 'Text',
			required: true,
			typeOptions: { rows: 3 },
			placeholder: 'e.g. Your door code is 5521',
			description: 'The text to send',
		}),
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			...skipFields,
			defaultCountryField,
			objectField('metadata', {
				displayName: 'Metadata',
				placeholder: 'e.g. {"order": "1187"}',
				description: 'Custom keys and values to store with the message, as a JSON object',
			}),
		]),
	],
	request: ({ listNumber, to: recipient, body, options }) => ({
		endpoint: endpoints.sendRawMessage,
		body: {
			to: parsePhoneNumber(recipient, options.defaultCountry, toField.property.displayName),
			list_number: listNumber,
			body,
			metadata: options.metadata,
			...skipFlags(options),
		},
	}),
	evidence: messageId,
	output: acceptedText,
	orderingKey: recipientKey,
	labels: textLabels,
	guarded: textSafeguards,
});
