import fc from 'fast-check';

import { holdsInvisible, plainText } from '../../../../kernel/input/plainText';

describe('texts that compare as the same', () => {
	it.each([
		['the apostrophe of an iPhone', 'Don’t call', "don't call"],
		['an acute accent for an apostrophe', 'don´t', "don't"],
		['a backtick for an apostrophe', 'don`t', "don't"],
		['quotes', '“yes” „yes“ «yes»', '"yes" "yes" "yes"'],
		['decomposed accents', 'Si\u0301', 'sí'],
		['a Turkish capital', 'İPTAL', 'iptal'],
		['a Turkish small letter', 'ıptal', 'iptal'],
		['a no-break space', 'ja\u00a0bitte', 'ja bitte'],
		['a narrow no-break space', 'ja\u202fbitte', 'ja bitte'],
		['a line break', 'ja\r\nbitte', 'ja bitte'],
		['full-width letters', 'ＹＥＳ', 'yes'],
		['a ligature', 'oﬃce', 'office'],
		['capitals of a sharp s', 'STRASSE', 'straße'],
		['a Greek sigma at the end', 'ΝΑΙΣ', 'ναισ'],
		['a dash', 'opt–out', 'opt-out'],
		['a soft hyphen', 'un\u00adsubscribe', 'unsubscribe'],
		['a zero-width space', 'ye\u200bs', 'yes'],
		['an emoji with and without its selector', '❤\ufe0f', '❤'],
	])('%s', (_name, one, other) => {
		expect(plainText(one)).toBe(plainText(other));
	});

	it('the capital of the sharp s counts as it does', () => {
		expect(plainText('STRAẞE')).toBe(plainText('straße'));
		expect(plainText('STRASSE')).toBe(plainText('straße'));
	});

	it('every single sign comes to an end, the same when done again', () => {
		const changing: string[] = [];
		for (let code = 0; code <= 0x10ffff; code++) {
			const plain = plainText(String.fromCodePoint(code));
			if (plainText(plain) !== plain) changing.push(code.toString(16));
		}
		expect(changing).toEqual([]);
	});

	it('accents still count', () => {
		expect(plainText('sí')).not.toBe(plainText('si'));
	});

	it('is the same when done again, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const plain = plainText(text);
				expect(plainText(plain)).toBe(plain);
			}),
			{ numRuns: 2_000 },
		);
	});
});

it.each([
	['secret', false],
	['se cret', true],
	['secret\n', true],
	['secret\u200b', true],
	['\ufeffsecret', true],
	['sec\u00adret', true],
	['sécret', false],
])('%j holds something invisible: %s', (text, holds) => {
	expect(holdsInvisible(text)).toBe(holds);
});
