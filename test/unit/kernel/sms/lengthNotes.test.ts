import fc from 'fast-check';

import { lengthNotes } from '../../../../kernel/sms/lengthNotes';
import { measureText } from '../../../../kernel/sms/segments';

describe('lengthNotes', () => {
	it('agrees with the segment calculator on every text', () => {
		const signs = fc.constantFrom(
			...'aZ9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!¡ÄÖÑÜ§¿äöñüà^{}\\[~]|€`’–é👍',
		);
		const texts = fc
			.array(signs, { maxLength: 90 })
			.chain((some) => fc.nat(3).map((times) => some.join('').repeat(times)));
		fc.assert(
			fc.property(texts, (text) => {
				const { encoding, segments } = measureText(text);
				const said = lengthNotes(text).map((note) => note.text);
				expect(said.some((note) => note.includes('GSM-7'))).toBe(encoding === 'UCS-2');
				expect(said.some((note) => note.includes('2 segments'))).toBe(segments > 1);
			}),
			{ numRuns: 500 },
		);
	});
});
