import fc from 'fast-check';

import { measureText, suggestShorter } from '../../../../kernel/sms/segments';

describe('measureText', () => {
	it.each([
		['', 'GSM-7', 0, 0],
		['a'.repeat(160), 'GSM-7', 160, 1],
		['a'.repeat(161), 'GSM-7', 161, 2],
		['a'.repeat(306), 'GSM-7', 306, 2],
		['a'.repeat(307), 'GSM-7', 307, 3],
		['a'.repeat(459), 'GSM-7', 459, 3],
		['€'.repeat(80), 'GSM-7', 160, 1],
		['€'.repeat(81), 'GSM-7', 162, 2],
		['ж'.repeat(70), 'UCS-2', 70, 1],
		['ж'.repeat(71), 'UCS-2', 71, 2],
		['ж'.repeat(134), 'UCS-2', 134, 2],
		['ж'.repeat(135), 'UCS-2', 135, 3],
		['🎉', 'UCS-2', 2, 1],
		// As measured at https://github.com/TwilioDevEd/message-segment-calculator/issues/66
		[`${'a'.repeat(80)}\r\n${'a'.repeat(79)}`, 'GSM-7', 161, 2],
		[`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
		[`${'x'.repeat(66)}😀${'x'.repeat(66)}`, 'UCS-2', 134, 3],
		['e\u0301'.repeat(70), 'UCS-2', 140, 3],
		['{}[]', 'GSM-7', 8, 1],
		['{}[]😀', 'UCS-2', 6, 1],
	])('measures %s', (text, encoding, units, segments) => {
		expect(measureText(text)).toMatchObject({ encoding, units, segments });
	});

	it('counts an emoji as one character and names what forces UCS-2, once', () => {
		expect(measureText('Hi 👩‍👩‍👧 ’’')).toMatchObject({
			characters: 7,
			nonGsmCharacters: ['👩‍👩‍👧', '’'],
		});
	});

	it('shows what is not what it looks like by its code points', () => {
		expect(measureText('Cafe\u0301\u200b \u00a0’')).toMatchObject({
			nonGsmCharacters: ['e\u0301 (U+0065 U+0301)', '\u200b (U+200B)', '\u00a0 (U+00A0)', '’'],
		});
	});

	it.each(['', 'Plain', 'Grüße für 5 € [ok]'])('names nothing that forces UCS-2 in %j', (text) => {
		expect(measureText(text)).toMatchObject({ encoding: 'GSM-7', nonGsmCharacters: [] });
	});

	it('agrees with the arithmetic of the contract for plain texts of any length', () => {
		const segmentsOf = (length: number, one: number, many: number) =>
			length <= one ? 1 : Math.ceil(length / many);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1_600 }), (length) => {
				expect(measureText('a'.repeat(length)).segments).toBe(segmentsOf(length, 160, 153));
				expect(measureText('ж'.repeat(length)).segments).toBe(segmentsOf(length, 70, 67));
			}),
			{ numRuns: 50 },
		);
	});
});

describe('suggestShorter', () => {
	it('replaces what has a look-alike, and says what that saves', () => {
		const text = `It’s here — ${'a'.repeat(90)}`;
		expect(suggestShorter(text)).toEqual({
			text: `It's here - ${'a'.repeat(90)}`,
			segments: 1,
			savedSegments: 1,
			replaced: [
				{ from: '’', to: "'" },
				{ from: '—', to: '-' },
			],
		});
	});

	it('replaces each kind everywhere, by more than one character or by none', () => {
		const text = `Wait… “no”… zero\u200bwidth ${'a'.repeat(60)}`;
		expect(suggestShorter(text)).toEqual({
			text: `Wait... "no"... zerowidth ${'a'.repeat(60)}`,
			segments: 1,
			savedSegments: 1,
			replaced: [
				{ from: '…', to: '...' },
				{ from: '“', to: '"' },
				{ from: '”', to: '"' },
				{ from: '\u200b', to: '' },
			],
		});
	});

	it('composes accents that were written as signs of their own', () => {
		expect(suggestShorter('Cafe\u0301 '.repeat(30))).toEqual({
			text: 'Café '.repeat(30),
			segments: 1,
			savedSegments: 2,
			replaced: [{ from: 'e\u0301', to: 'é' }],
		});
	});

	it.each(['\u00a0', '\u2003', '\t'])('puts one blank in the place of another: %j', (blank) => {
		expect(suggestShorter(`10${blank}€ ${'a'.repeat(90)}’`)?.text).toBe(`10 € ${'a'.repeat(90)}'`);
	});

	it('leaves alone what GSM-7 has, accents and brackets as well', () => {
		const kept = 'Grüße à 5 € [{~}] \n';
		expect(suggestShorter(`${kept}’${'a'.repeat(90)}`)).toMatchObject({
			text: `${kept}'${'a'.repeat(90)}`,
			replaced: [{ from: '’', to: "'" }],
		});
	});

	it.each(['Plain', 'It’s', `It’s ж ${'a'.repeat(90)}`, ''])('has nothing to say of %j', (text) => {
		expect(suggestShorter(text)).toBeUndefined();
	});
});
