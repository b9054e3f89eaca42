import { InputError } from '../../input/inputError';
import type { ValuesOf } from '../fields/field';
import type { Answers, PageWords, Question } from './question';
import { choicesField, pageFields, type responseTypeField } from './questionFields';

/** What users set of a question; nothing of it has to be there. */
export interface QuestionValues {
	message?: string;
	responseType?: ValuesOf<readonly [typeof responseTypeField]>['responseType'];
	choices?: string[];
	options?: Partial<ValuesOf<typeof pageFields>>;
}

const FEWEST_CHOICES = 2;
const MOST_CHOICES = 6;
/** More do not fit on a button. */
const LONGEST_CHOICE = 80;
const LONGEST_ANSWER = 5_000;

/**
 * The question that users set, with the default of everything that they did not.
 *
 * @throws InputError for choices or a length that the page cannot have
 */
export function questionOf({ message, responseType, choices, options = {} }: QuestionValues) {
	return {
		text: textOr(message, 'Please answer.'),
		answers: answersOf(responseType, choices, options),
		words: wordsOf(options),
	} satisfies Question;
}

/** What the page says besides the question and its answers. */
export function wordsOf(options: QuestionValues['options'] = {}): PageWords {
	return {
		title: textOr(options.pageTitle, defaultOf('pageTitle')),
		language: options.pageLanguage ?? defaultOf('pageLanguage'),
		sender: options.senderName?.trim(),
		thanks: textOr(options.thanksText, defaultOf('thanksText')),
		retry: textOr(options.retryText, defaultOf('retryText')),
	};
}

function answersOf(
	type: QuestionValues['responseType'],
	choices: string[] = [],
	options: NonNullable<QuestionValues['options']>,
): Answers {
	if (type === 'choices') return { type, labels: checkedChoices(choices) };
	if (type === 'freeText') {
		return {
			type,
			maxCharacters: checkedLength(options),
			isOneLine: options.textBox === 'single',
			label: textOr(options.textLabel, defaultOf('textLabel')),
			button: textOr(options.sendLabel, defaultOf('sendLabel')),
		};
	}
	return {
		type: 'approval',
		approveLabel: textOr(options.approveLabel, defaultOf('approveLabel')),
		declineLabel:
			options.approvalType === 'single'
				? undefined
				: textOr(options.declineLabel, defaultOf('declineLabel')),
	};
}

function checkedChoices(choices: string[]): string[] {
	const refuse = (wrong: string) =>
		new InputError(choicesField.property.displayName, 'invalid_value', wrong);
	if (choices.length < FEWEST_CHOICES || choices.length > MOST_CHOICES) {
		throw refuse(
			`has ${choices.length} ${choices.length === 1 ? 'entry' : 'entries'}, but must have ${FEWEST_CHOICES} to ${MOST_CHOICES}`,
		);
	}
	const long = choices.findIndex((choice) => choice.length > LONGEST_CHOICE);
	if (long !== -1) throw refuse(`entry ${long + 1} has more than ${LONGEST_CHOICE} characters`);
	const again = choices.findIndex((choice, index) => choices.indexOf(choice) !== index);
	if (again !== -1) throw refuse(`entry ${again + 1} is the same as another entry`);
	return choices;
}

function checkedLength(options: NonNullable<QuestionValues['options']>): number {
	if (!('maxCharacters' in options)) return Number(defaultOf('maxCharacters'));
	const length = options.maxCharacters;
	if (length !== undefined && length >= 1 && length <= LONGEST_ANSWER) return length;
	const wrong = `must be a number from 1 to ${LONGEST_ANSWER.toLocaleString('en-US')}`;
	throw new InputError('Maximum Characters', 'invalid_value', wrong);
}

function textOr(value: string | undefined, otherwise: string): string {
	return value === undefined || value.trim() === '' ? otherwise : value.trim();
}

function defaultOf(name: (typeof pageFields)[number]['name']): string {
	return String(pageFields.find((field) => field.name === name)?.property.default);
}
