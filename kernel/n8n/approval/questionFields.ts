import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../input/inputError';
import { readList } from '../../input/lists';
import { isEmpty, readText, type Reader } from '../../input/read';
import { integerField, onlyOptionsField, textField, type Field } from '../fields/field';

/** What kind of answer the page takes. n8n's human review forces `approval`, so the values stay. */
export const responseTypeField = onlyOptionsField('responseType', {
	displayName: 'Response Type',
	default: 'approval',
	noDataExpression: true,
	description: 'How the person can answer on the page',
	options: [
		{ name: 'Approval', value: 'approval', description: 'Buttons for yes and no' },
		{ name: 'Choices', value: 'choices', description: 'Two to six buttons' },
		{ name: 'Free Text', value: 'freeText', description: 'A text box' },
	],
});

/** A sentence that is longer than a line of the editor. */
const TWO_ROWS = { rows: 2 };

/** One label a line, or an array; a single line may separate them by commas. */
const readChoices: Reader<string[] | undefined> = (raw, label, scope) => {
	if (isEmpty(raw)) return undefined;
	const lines = typeof raw === 'string' && !/^\s*\[/.test(raw) ? raw.split(/\r\n|[\r\n]/) : [];
	const entries = lines.length > 1 ? lines : (readList(raw, label, scope) ?? []);
	return entries
		.map((entry) => readText(entry, label, scope)?.trim() ?? '')
		.filter((entry) => entry !== '');
};

/** The labels of the buttons that stand for the choices. */
export const choicesField: Field<'choices', string[] | undefined> = {
	name: 'choices',
	property: {
		displayName: 'Choices',
		name: 'choices',
		type: 'string',
		default: '',
		required: true,
		typeOptions: { rows: 3 },
		placeholder: 'e.g. Today, Tomorrow, Not at all',
		description:
			'Labels of two to six buttons, one per line or separated by commas. An expression can return a list.',
		displayOptions: { show: { responseType: ['choices'] } },
	},
	read: readChoices,
};

const forApproval = shownFor('approval');
const forText = shownFor('freeText');

/** A language as web pages name it, e.g. `en` or `pt-BR`. @throws InputError for anything else */
const readLanguage: Reader<string | undefined> = (raw, label, scope) => {
	const language = readText(raw, label, scope)?.trim();
	if (language === undefined || /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language)) return language;
	throw new InputError(
		label,
		'invalid_value',
		'is not a language code',
		'Enter a language code, e.g. en or pt-BR.',
	);
};

/** How the page looks and what it says; for `options`. */
export const pageFields = [
	textField('approveLabel', {
		displayName: 'Approve Button Label',
		default: 'Yes',
		description: 'Label of the button that approves',
		displayOptions: forApproval,
	}),
	onlyOptionsField('approvalType', {
		displayName: 'Buttons',
		default: 'double',
		description: 'Which buttons the page shows',
		displayOptions: forApproval,
		options: [
			{ name: 'Approve and Decline', value: 'double' },
			{ name: 'Approve Only', value: 'single' },
		],
	}),
	textField('declineLabel', {
		displayName: 'Decline Button Label',
		default: 'No',
		description: 'Label of the button that declines',
		displayOptions: forApproval,
	}),
	integerField('maxCharacters', {
		displayName: 'Maximum Characters',
		default: 500,
		typeOptions: { minValue: 1, maxValue: 5_000 },
		description: 'Maximum length of the answer, up to 5,000 characters',
		displayOptions: forText,
	}),
	onlyOptionsField('textBox', {
		displayName: 'Text Box',
		default: 'multiple',
		description: 'Size of the text box',
		displayOptions: forText,
		options: [
			{ name: 'One Line', value: 'single' },
			{ name: 'Several Lines', value: 'multiple' },
		],
	}),
	textField('textLabel', {
		displayName: 'Text Box Label',
		default: 'Your answer',
		description: 'Label above the text box',
		displayOptions: forText,
	}),
	textField('sendLabel', {
		displayName: 'Send Button Label',
		default: 'Send',
		description: 'Label of the button below the text box',
		displayOptions: forText,
	}),
	textField('senderName', {
		displayName: 'Sender Name',
		placeholder: 'e.g. Harbor Tea',
		description: 'Name of your company or team, shown above the question',
	}),
	textField('pageTitle', {
		displayName: 'Page Title',
		default: 'Your answer',
		description: 'Title of the page in the browser',
	}),
	{
		...textField('pageLanguage', {
			displayName: 'Page Language',
			default: 'en',
			placeholder: 'e.g. es',
			description: 'Language code of the page, so that screen readers pronounce it correctly',
		}),
		read: readLanguage,
	},
	textField('thanksText', {
		displayName: 'Thanks Text',
		default: 'Thank you for your answer. You can close this page.',
		typeOptions: TWO_ROWS,
		description: 'Text of the page after the answer',
	}),
	textField('retryText', {
		displayName: 'Retry Text',
		default: 'Please check your answer and send it again.',
		typeOptions: TWO_ROWS,
		description: 'Text of the page when an answer is empty, too long or not one of the choices',
	}),
] as const;

function shownFor(type: string): INodeProperties['displayOptions'] {
	return { show: { '/responseType': [type] } };
}
