import {
	assignmentsField,
	booleanField,
	collectionField,
	defaultCountryField,
	perItem,
	objectField,
	parsePhoneNumber,
	textField,
	timeZoneField,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactData } from '../../fields/recipient';
import { textSafeguards } from '../../fields/texts';
import { bodyField, bodyNotice } from './body';
import {
	acceptedText,
	messageId,
	recipientKey,
	sendingListField,
	textLabels,
	toField,
} from './single';

const additional = collectionField(
	'additionalFields',
	{ displayName: 'Additional Fields', placeholder: 'Add field' },
	[
		assignmentsField('customFields', {
			displayName: 'Custom Fields',
			description: 'Values for further placeholders in the text, by their names',
		}),
		defaultCountryField,
		textField('firstName', {
			displayName: 'First Name',
			placeholder: 'e.g. Noor',
			description: 'Replaces {{first_name}} in the text',
		}),
		textField('lastName', {
			displayName: 'Last Name',
			placeholder: 'e.g. Haddad',
			description: 'Replaces {{last_name}} in the text',
		}),
		objectField('metadata', {
			displayName: 'Metadata',
			placeholder: 'e.g. {"order": "1187"}',
			description: 'Custom keys and values to store with the message, as a JSON object',
		}),
		timeZoneField('timezone', {
			displayName: 'Time Zone',
			placeholder: 'e.g. America/Denver',
			description: "The recipient's time zone, for quiet hours",
		}),
		booleanField('wrapLinks', {
			displayName: 'Wrap Links',
			default: true,
			description: 'Whether to turn URLs in the text into tracked short links',
		}),
	],
);

/** Queues one text per input item (contract: sendMessage). */
export const sendMessage = perItem({
	resource: 'message',
	operation: 'send',
	name: 'Send',
	action: 'Send an SMS',
	description:
		'Send one text message per input item. For many recipients, use Send Many (1,000 per request).',
	fields: [sendingListField, toField, bodyField, bodyNotice, additional],
	request: ({ listNumber, to: recipient, body, additionalFields }) => ({
		endpoint: endpoints.sendMessage,
		body: {
			to: parsePhoneNumber(
				recipient,
				additionalFields.defaultCountry,
				toField.property.displayName,
			),
			list_number: listNumber,
			body,
			wrap_links: additionalFields.wrapLinks,
			contact_data: contactData(additionalFields),
			metadata: additionalFields.metadata,
		},
	}),
	evidence: messageId,
	output: acceptedText,
	orderingKey: recipientKey,
	labels: textLabels,
	guarded: textSafeguards,
});
