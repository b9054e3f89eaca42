import { parsePhoneNumber } from '../../../../kernel/phone';
import { each } from '../../../../kernel/n8n/each';
import { collectionField, objectField, textField } from '../../../../kernel/n8n/field';
import { endpoints } from '../../api/endpoints';
import { listNumberField } from '../../fields/list';
import { defaultCountryField } from '../../fields/phone';
import { skipFields, skipFlags } from '../../fields/skips';

const to = textField('to', {
	displayName: 'To',
	required: true,
	placeholder: 'e.g. +12025550117',
	description: 'Phone number of the recipient, with its country code',
});

/** Queues one text per input item, with chosen checks left out (contract: sendRawMessage). */
export const sendRawMessage = each({
	resource: 'message',
	operation: 'sendRaw',
	name: 'Send Raw',
	action: 'Send a raw text message',
	description:
		'Send one text message with chosen checks of Trackly left out, e.g. the same door code twice. Use Send for everything else.',
	fields: [
		listNumberField('listNumber', {
			required: true,
			description: 'The list to send from. The recipient sees its number.',
		}),
		to,
		textField('body', {
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
				description: 'Your own keys and values to keep with the message, as a JSON object',
			}),
		]),
	],
	request: ({ listNumber, to: recipient, body, options }) => ({
		endpoint: endpoints.sendRawMessage,
		body: {
			to: parsePhoneNumber(recipient, options.defaultCountry, to.property.displayName),
			list_number: listNumber,
			body,
			metadata: options.metadata,
			...skipFlags(options),
		},
	}),
	output: ({ message_id, status }, { body }) => ({
		message_id,
		status,
		to: body?.to,
		list_number: body?.list_number,
	}),
	lane: ({ body }) => String(body?.to),
});
