import { choiceAmong, onlyChoiceAmong } from '../../../../kernel/input/choice';

const scope = { timezone: 'UTC' };
const values = ['days', 'hours', 'oneList'];

describe('a choice', () => {
	it.each([
		['hours', 'hours'],
		[' Hours ', 'hours'],
		['ONELIST', 'oneList'],
		['', undefined],
		[undefined, undefined],
	])('%j is %j', (given, value) => {
		expect(choiceAmong(values)(given, 'Unit', scope)).toBe(value);
	});

	it('stays as it is where a request checks it', () => {
		expect(choiceAmong(values)('weeks ', 'Unit', scope)).toBe('weeks ');
		expect(choiceAmong([])('weeks', 'Unit', scope)).toBe('weeks');
	});

	it.each([
		['hours', 'hours'],
		['', undefined],
	])('where nothing else checks it, %j is %j', (given, value) => {
		expect(onlyChoiceAmong(values)(given, 'Unit', scope)).toBe(value);
	});

	it.each(['hour', 'Hours', ' hours', 'weeks'])(
		'%j is refused where nothing else checks it',
		(given) => {
			expect(() => onlyChoiceAmong(values)(given, 'Unit', scope)).toThrow(
				expect.objectContaining({
					code: 'invalid_value',
					message: '"Unit" must be days, hours or oneList',
				}),
			);
		},
	);
});
