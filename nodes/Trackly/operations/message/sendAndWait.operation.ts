import {
	booleanField,
	choicesField,
	collectionField,
	defaultCountryField,
	type GuardedWork,
	messageTextField,
	pageFields,
	parsePhoneNumber,
	perItem,
	questionOf,
	required,
	responseTypeField,
	sendAndWait,
	waitLimitFields,
	waitLimitOf,
} from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { textSafeguards } from '../../fields/texts';
import {
	acceptedText,
	messageId,
	recipientKey,
	sendingListField,
	textLabels,
	toField,
} from './single';

const messageField = messageTextField('message', {
	displayName: 'Text',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Shall we ship your order today?',
	description: 'The question. The node adds a link to the answer page.',
});

const optionsCollection = collectionField(
	'options',
	{ displayName: 'Options', placeholder: 'Add option' },
	[
		...pageFields,
		...waitLimitFields,
		defaultCountryField,
		booleanField('wrapLinks', {
			displayName: 'Wrap Links',
			default: true,
			description: 'Whether Trackly shortens the link to the answer page',
		}),
	],
);

/** The question itself, without the link, which gets a shorter one. */
const questionSafeguards: GuardedWork = {
	...textSafeguards,
	texts: { ...textSafeguards.texts!, textOf: ({ body }) => String(body).replace(/ \S*$/, '') },
};

const question = perItem({
	resource: 'message',
	operation: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send an SMS and wait for a response',
	description:
		'Text a question with a link to an answer page and wait for the answer. One item at a time.',
	fields: [
		sendingListField,
		toField,
		required(messageField, 'missing_body'),
		responseTypeField,
		choicesField,
		optionsCollection,
	],
	request: (values, { resumeUrl }) => {
		const { listNumber, to, message, options } = values;
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
	evidence: messageId,
	output: acceptedText,
	orderingKey: recipientKey,
	labels: textLabels,
	guarded: questionSafeguards,
});

/** Texts a question and waits for the answer (contract: sendMessage). */
export const sendMessageAndWait = sendAndWait(question, optionsCollection, waitLimitOf);
