import {
	assignmentsField,
	explainedMessageText,
	InputError,
	integerField,
	type JsonObject,
} from '../../../../../kernel';
import { limits } from '../api/contract.generated/limits';
import { added, addedNumber } from './added';

/** The text itself, and how placeholders are written in it (contract: SendSmsRequest.content). */
export const [contentField, contentNotice] = explainedMessageText(
	'content',
	{
		displayName: 'Text',
		typeOptions: { rows: 3 },
		placeholder: 'e.g. พัสดุของคุณออกจากร้านแล้ว',
		description: `The text to send, up to ${limits.max_content_characters.toLocaleString('en')} characters. Leave empty to use a template instead. Variables fill placeholders such as {{name}}.`,
	},
	'name',
);

/** A stored text in place of one (contract: SendSmsRequest.templateId). */
export const templateField = addedNumber(
	integerField('templateId', {
		displayName: 'Template ID',
		description:
			'A template to send instead of a text. The ME-SMS web app shows its ID under Templates.',
	}),
	1,
);

/** What the placeholders are filled with (contract: Variables). */
export const variablesField = added(
	assignmentsField('variables', {
		displayName: 'Variables',
		description: 'Values for the placeholders, by their names, the same for all recipients',
	}),
);

/** What a text is made of. */
export interface TextParts {
	content?: string;
	templateId?: number;
	variables?: JsonObject;
}

/**
 * The part of a body that is the text.
 *
 * @throws InputError where there is a text and a template, or neither
 */
export function textPart({ content, templateId, variables }: TextParts): JsonObject {
	const [text, template] = [contentField, templateField].map(
		({ property }) => property.displayName,
	);
	if (content !== undefined && templateId !== undefined) {
		throw new InputError(
			template,
			'text_and_template',
			`cannot be used together with "${text}"`,
			`Empty ${text}, or remove ${template}.`,
		);
	}
	if (content === undefined && templateId === undefined) {
		const advice = `Enter a text, or add ${template} to send a template.`;
		throw new InputError(text, 'missing_content', 'is empty', advice);
	}
	const isFilled = variables !== undefined && Object.keys(variables).length > 0;
	return { content, templateId, variables: isFilled ? variables : undefined };
}
