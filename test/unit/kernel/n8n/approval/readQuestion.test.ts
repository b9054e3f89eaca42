import { InputError } from '../../../../../kernel/input/inputError';
import { collectionField } from '../../../../../kernel/n8n/fields/field';
import { questionOf } from '../../../../../kernel/n8n/approval/readQuestion';
import { choicesField, pageFields } from '../../../../../kernel/n8n/approval/questionFields';

const scope = { timezone: 'UTC' };
const choicesOf = (raw: unknown) => choicesField.read(raw, 'Choices', scope);
const options = collectionField('options', { displayName: 'Options' }, pageFields);
const optionsOf = (raw: unknown) => options.read(raw, 'Options', scope);

describe('Choices', () => {
	it.each<[string, unknown, string[] | undefined]>([
		['lines', 'Today\n Tomorrow \r\nNot at all', ['Today', 'Tomorrow', 'Not at all']],
		['lines with commas', 'Yes, please\nNo, thank you', ['Yes, please', 'No, thank you']],
		['a line with commas', 'Today, Tomorrow', ['Today', 'Tomorrow']],
		['a list', ['Yes, please', 'No', ''], ['Yes, please', 'No']],
		['a list as its JSON', '["A", "B"]', ['A', 'B']],
		['numbers', [1, 2], ['1', '2']],
		['nothing', '', undefined],
	])('reads %s', (_, raw, choices) => {
		expect(choicesOf(raw)).toEqual(choices);
	});

	it.each([
		['none', undefined, 'has 0 entries, but must have 2 to 6'],
		['one', ['A'], 'has 1 entry, but must have 2 to 6'],
		['seven', [...'ABCDEFG'], 'has 7 entries, but must have 2 to 6'],
		['one twice', ['A', 'B', 'A'], 'entry 3 is the same as another entry'],
		['one that no button holds', ['A', 'B'.repeat(81)], 'entry 2 has more than 80 characters'],
	])('cannot be %s', (_, choices, wrong) => {
		const ask = () => questionOf({ responseType: 'choices', choices });
		expect(ask).toThrow(InputError);
		expect(ask).toThrow(wrong.startsWith('entry') ? `Choices: ${wrong}` : `"Choices" ${wrong}`);
	});

	it('do not matter for another kind of answer', () => {
		expect(questionOf({ responseType: 'approval', choices: ['A'] }).answers).toMatchObject({
			type: 'approval',
		});
	});
});

describe('a question', () => {
	it('has a default for everything', () => {
		expect(questionOf({})).toEqual({
			text: 'Please answer.',
			answers: { type: 'approval', approveLabel: 'Yes', declineLabel: 'No' },
			words: {
				title: 'Your answer',
				language: 'en',
				sender: undefined,
				thanks: expect.stringContaining('Thank you'),
				retry: expect.stringContaining('again'),
			},
		});
		expect(questionOf({ responseType: 'freeText' }).answers).toEqual({
			type: 'freeText',
			maxCharacters: 500,
			isOneLine: false,
			label: 'Your answer',
			button: 'Send',
		});
	});

	it.each([[0], [-1], [5_001], [undefined]])('takes no length of %s', (maxCharacters) => {
		const ask = () => questionOf({ responseType: 'freeText', options: { maxCharacters } });
		expect(ask).toThrow('"Maximum Characters" must be a number from 1 to 5,000');
	});

	it.each([['<b>'], ['english please'], ['e'], [5]])('takes %s for no language', (pageLanguage) => {
		expect(() => optionsOf({ pageLanguage })).toThrow('"Page Language" is not a language code');
	});

	it.each([['en'], ['pt-BR'], [' es '], ['zh-Hant-TW']])(
		'takes %s for a language',
		(pageLanguage) => {
			expect(optionsOf({ pageLanguage })).toEqual({ pageLanguage: pageLanguage.trim() });
		},
	);
});
