import { looksUnfinished, looksUnfinishedKey } from '../../../../kernel/input/unfinished';

const TEXTS = [
	'Hi undefined',
	'Hi undefined!',
	'undefined',
	'undefined, your order has shipped',
	'Your total is NaN.',
	'Dear null',
	'[object Object]',
	'Order [object Object] has shipped',
	'It ships on Invalid Date',
	'It ships on Invalid DateTime',
	'On function Date() { [native code] }',
];

describe('a text whose expression found nothing', () => {
	it.each(TEXTS)('looks unfinished: %j', (text) => {
		expect(looksUnfinished(text)).toBe(true);
		expect(looksUnfinishedKey(text)).toBe(true);
	});

	it.each([
		'Hi Noor',
		'Your order has shipped.',
		'The null hypothesis was refused',
		'An undefined number of teas awaits you',
		'Nullify it',
		'banana',
		'',
	])('does not: %j', (text) => {
		expect(looksUnfinished(text)).toBe(false);
	});
});

describe('a key whose expression found nothing', () => {
	it.each(['-shipped', 'spring-', 'order-undefined', 'undefined-shipped', 'a:', '_x', '', ' '])(
		'looks unfinished: %j',
		(key) => {
			expect(looksUnfinishedKey(key)).toBe(true);
		},
	);

	it.each(['order-1187', '1187', 'spring-+12025550117', 'a-b_c'])('does not: %j', (key) => {
		expect(looksUnfinishedKey(key)).toBe(false);
	});
});
