import { textField } from '../../../../kernel';

/** The text of a message. */
export const bodyField = textField('body', {
	displayName: 'Text',
	required: true,
	typeOptions: { rows: 3 },
	placeholder: 'e.g. Hi {{first_name}}, your order has shipped.',
	// Without the backslash n8n takes the inner braces for the end of the expression.
	hint: "In an expression, write {{ '{{first_name\\}}' }}",
	description: 'The text to send. Trackly fills in {{first_name}} and {{messageId}}.',
});
