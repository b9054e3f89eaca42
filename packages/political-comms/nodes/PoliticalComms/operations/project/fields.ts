import { booleanField, onlyOptionsField, required, textField } from '../../../../../../kernel';

/** What a project is called. */
export const nameField = textField('name', {
	displayName: 'Name',
	placeholder: 'e.g. Canvass weekend',
	description: 'What the project is called. Recipients do not see it.',
});

/** The text that goes out. */
export const messageField = textField('messageText', {
	displayName: 'Message',
	typeOptions: { rows: 4 },
	placeholder: 'e.g. Hi {first_name}, can you join us on Saturday? {link}',
	description:
		'The text, with merge tags such as {first_name} and, with link tracking, the tracked link as {link}. In expressions, write single braces only for tags.',
});

/** Whether it is a text alone or has pictures. */
export const protocolField = onlyOptionsField('protocol', {
	displayName: 'Protocol',
	default: 'sms',
	options: [
		{ name: 'MMS', value: 'mms', description: 'A text with pictures or a video' },
		{ name: 'SMS', value: 'sms', description: 'A text alone' },
	],
	description: 'What is sent',
});

/** The line about stopping that the API adds. */
export const footerField = booleanField('optOutFooter', {
	displayName: 'Opt-Out Footer',
	default: true,
	description: 'Whether Political Comms adds "STOP=END" to every text',
});

export const requiredNameField = required(nameField);
export const requiredMessageField = required(messageField);
