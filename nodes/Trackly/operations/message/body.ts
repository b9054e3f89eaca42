import { explainedMessageText } from '../../../../kernel';

/** The text of a message, and how its placeholders are written. */
export const [bodyField, bodyNotice] = explainedMessageText(
	'body',
	{
		displayName: 'Text',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Hi {{first_name}}, your order has shipped.',
		description: 'The text to send. Trackly fills in {{first_name}} and {{messageId}}.',
	},
	'first_name',
);
