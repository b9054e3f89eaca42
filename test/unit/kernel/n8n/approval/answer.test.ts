import { answerOf } from '../../../../../kernel/n8n/approval/answer';
import { questionOf, type QuestionValues } from '../../../../../kernel/n8n/approval/readQuestion';

const take = (values: QuestionValues, form: Record<string, unknown>) =>
	answerOf(form as never, questionOf(values).answers);

const UNUSABLE = { unusable: true };
const choices: QuestionValues = { responseType: 'choices', choices: ['Today', 'Tomorrow'] };
const text: QuestionValues = { responseType: 'freeText', options: { maxCharacters: 10 } };
const line: QuestionValues = { responseType: 'freeText', options: { textBox: 'single' } };

describe('what comes back from the page', () => {
	it.each<[string, QuestionValues, Record<string, unknown>, unknown]>([
		['yes', {}, { approved: 'true' }, { data: { approved: true } }],
		['no', {}, { approved: 'false' }, { data: { approved: false } }],
		['neither', {}, { approved: 'perhaps' }, UNUSABLE],
		['both', {}, { approved: ['true', 'false'] }, UNUSABLE],
		['nothing', {}, {}, UNUSABLE],
		['a choice', choices, { choice: '1' }, { data: { choice: 'Tomorrow', index: 1 } }],
		['a choice that is none', choices, { choice: '2' }, UNUSABLE],
		['a choice below the first', choices, { choice: '-1' }, UNUSABLE],
		['a choice by its name', choices, { choice: 'Today' }, UNUSABLE],
		['yes where choices are', choices, { approved: 'true' }, UNUSABLE],
		['a text', text, { text: '  Two cups ' }, { data: { text: 'Two cups' } }],
		['a text of lines', text, { text: 'a\r\nb\rc' }, { data: { text: 'a\nb\nc' } }],
		['a text of just the length', text, { text: '1234567890' }, { data: { text: '1234567890' } }],
		['a text that is too long', text, { text: '12345678901' }, UNUSABLE],
		['a text of spaces', text, { text: ' \n ' }, UNUSABLE],
		['several texts', text, { text: ['a', 'b'] }, UNUSABLE],
		['no text', text, {}, UNUSABLE],
		['lines where one is meant', line, { text: 'a \n\n b' }, { data: { text: 'a b' } }],
		['control characters', line, { text: 'a\0\u0007b\tc' }, { data: { text: 'ab\tc' } }],
	])('%s', (_, values, form, answer) => {
		expect(take(values, form)).toEqual(answer);
	});
});
