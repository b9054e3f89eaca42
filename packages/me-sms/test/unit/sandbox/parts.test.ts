import { partsOf } from '../../../sandbox/messages/parts';

it.each([
	['a', 160, 1],
	['a', 161, 2],
	['a', 306, 2],
	['a', 307, 3],
	['€', 80, 1],
	['€', 81, 2],
	['€', 152, 2],
	['€', 153, 3], // an extension character is not cut in two: 76 in a part of 153
	['ก', 70, 1],
	['ก', 71, 2],
	['ก', 134, 2],
	['ก', 135, 3],
	['😀', 35, 1],
	['😀', 36, 2],
	['😀', 66, 2],
	['😀', 67, 3], // a pair is not cut in two: 33 in a part of 67
])('%s times %i takes %i parts', (character, times, parts) => {
	expect(partsOf(character.repeat(times), 'joined')).toBe(parts);
});

it('one emoji makes 161 characters three parts', () => {
	expect(partsOf(`${'a'.repeat(159)}😀`, 'joined')).toBe(3);
});

it.each([
	['a', 320, 2],
	['ก', 140, 2],
	['ก', 141, 3],
])(
	'%s times %i takes %i parts where each part is as long as a single one',
	(character, times, parts) => {
		expect(partsOf(character.repeat(times), 'plain')).toBe(parts);
	},
);
