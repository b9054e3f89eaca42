import {
	booleanField,
	choicesField,
	collectionField,
	defaultCountryField,
	InputError,
	pageFields,
	parsePhoneNumber,
	questionOf,
	responseTypeField,
	sendAndWait,
	textField,
	waitLimitFields,
	waitLimitOf,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { textSafeguards } from '../../fields/texts';
import { acceptedText, messageId, recipientKey, sendingListField, toField } from './single';

const messageField = textField('message', {
	displayName: 'Text',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Shall we ship your order today?',
	description: 'What to ask. A link to the page that takes the answer follows it.',
});

/** Texts a question and waits for the answer (contract: sendMessage). */
export const sendMessageAndWait = sendAndWait({
	resource: 'message',
	operation: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a text message and wait for response',
	description:
		'Text a question with a link to a page that takes the answer (yes or no, a choice, or a text), and continue with it. For one item at a time.',
	fields: [
		sendingListField,
		toField,
		messageField,
		responseTypeField,
		choicesField,
		collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
			...pageFields,
			...waitLimitFields,
			defaultCountryField,
			booleanField('wrapLinks', {
				displayName: 'Wrap Links',
				default: true,
				description: 'Whether Trackly is to shorten the link to the page',
			}),
		]),
	],
	request: (values, { resumeUrl }) => {
		const { listNumber, to, message, options } = values;
		if (message === undefined) {
			throw new InputError(messageField.property.displayName, 'missing_body', 'is empty');
		}
		questionOf(values);
		return {
			endpoint: endpoints.sendMessage,
			body: {
				to: parsePhoneNumber(to, options.defaultCountry, toField.property.displayName),
				list_number: listNumber,
				body: `${message.trim()} ${resumeUrl()}`,
				wrap_links: options.wrapLinks ?? true,
			},
		};
	},
	limit: ({ options }) => waitLimitOf(options),
	evidence: messageId,
	output: acceptedText,
	orderingKey: recipientKey,
	guarded: textSafeguards,
});
