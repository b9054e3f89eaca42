import fc from 'fast-check';

import { charactersBeyondGsm, countParts } from '../../../../kernel/sms/parts';
import { measureText } from '../../../../kernel/sms/segments';

describe('the parts of a text', () => {
	it.each([
		['', 'GSM-7', 0, 0],
		['x'.repeat(160), 'GSM-7', 160, 1],
		['x'.repeat(161), 'GSM-7', 161, 2],
		['[]{}'.repeat(20), 'GSM-7', 160, 1],
		['ก'.repeat(70), 'UCS-2', 70, 1],
		['ก'.repeat(71), 'UCS-2', 71, 2],
		['ก'.repeat(135), 'UCS-2', 135, 3],
		['🙂'.repeat(35), 'UCS-2', 70, 1],
	])('of %s are counted', (text, encoding, units, parts) => {
		expect(countParts(text)).toEqual({ encoding, units, parts });
	});

	it('are those of the segment calculator, but for what must not be cut in two', () => {
		const unit = fc.constantFrom('a', 'Z', ' ', '5', '\n', 'é', 'ก', 'ี', '“');
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 500 }), (text) => {
				const { encoding, segments } = measureText(text);
				expect(countParts(text)).toMatchObject({ encoding, parts: segments });
			}),
		);
	});
});

it('the characters beyond GSM-7 are told, as often as they stand there', () => {
	expect(charactersBeyondGsm('a“b”🙂🙂')).toEqual(['“', '”', '🙂', '🙂']);
	expect(charactersBeyondGsm('€ 5')).toEqual([]);
});
