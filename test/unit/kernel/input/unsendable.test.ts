import fc from 'fast-check';
import { DateTime } from 'luxon';

import { unsendableIn } from '../../../../kernel/input/unsendable';

describe('what cannot be sent', () => {
	it.each([
		['a NUL', 'Hi\0', 'contains the control character U+0000 at character 3'],
		['another control character', 'a\x0bb', 'contains the control character U+000B at character 2'],
		[
			'an emoji that was cut',
			'Hi 👍'.slice(0, 4),
			'contains a truncated emoji (U+D83D) at character 4',
		],
		['its other half', '👍!'.slice(1), 'contains a truncated emoji (U+DC4D) at character 1'],
	])('is %s', (_, text, wrong) => {
		expect(unsendableIn(text)).toEqual({ path: [], wrong });
		expect(unsendableIn({ contacts: [{}, { custom: { note: text } }] })).toEqual({
			path: ['contacts', 1, 'custom', 'note'],
			wrong,
		});
		expect(unsendableIn({ custom: { [text]: 'x' } })).toMatchObject({ path: ['custom', text] });
	});

	it.each([
		'Hi 👍, a tab\tand\r\na line',
		'\\u0000',
		'smart ’ quotes and \u0092',
		7,
		null,
		undefined,
		true,
		{ a: ['b'] },
		{ at: DateTime.fromISO('2026-03-10') },
		{ at: { toJSON: () => '2026', inside: '\0' } },
	])('is not %j', (value) => {
		expect(unsendableIn(value)).toBeUndefined();
	});

	it('is no whole text, whatever it says', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				fc.pre(!/(?![\t\n\r\x7f-\x9f])\p{Cc}/u.test(text));
				expect(unsendableIn({ text })).toBeUndefined();
			}),
		);
	});
});
