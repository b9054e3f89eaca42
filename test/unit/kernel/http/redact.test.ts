import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';

import { maskPhoneNumber, redact } from '../../../../kernel/http/redact';
import { growthOfTime } from '../../../kit/processorTime';

describe('redact', () => {
	it.each([
		['No contact +12025550117 here', 'No contact …0117 here'],
		['(202) 555-0117', '(…0117'],
		['2025-55-0117', '…0117'],
		['2026-13-01', '…1301'],
		['2026-12-32', '…1232'],
		['2025-12-11-5550', '…5550'],
		['1234567', '…4567'],
		['from +12025550117 to +442079460958', 'from …0117 to …0958'],
		['202‑555‑0117', '…0117'],
		['202–555–0117', '…0117'],
		['202/555/0117', '…0117'],
		['202_555_0117', '…0117'],
		['202•555•0117', '…0117'],
		['１２０２５５５０１１７', '…０１１７'],
		['(+1) (202) 555-0117', '(…0117'],
		['\u202a+1\ufe0f202\u200b555\u200b0117\u202c', '\u202a…0117\u202c'],
		['{"error":"Cannot text +1‑202‑555‑0117"}', '{"error":"Cannot text …0117"}'],
		['/contacts/%2B12025550117?page=2', '/contacts/%2B…0117?page=2'],
		['+1%20202%20555%200117', '…0117'],
		// How Danes write a number; no address is worth showing one.
		['20.12.34.56', '…3456'],
	])('%s becomes %s', (text, expected) => {
		expect(redact(text, [/\b(trk_)[A-Za-z0-9]+/g])).toBe(expected);
	});

	it.each([
		'No more than 1000 messages',
		'order 123456',
		'message 48213377 was not found',
		'message 66b0c4d2e19a3f7708d5b1a4',
		'request 550e8400-e29b-41d4-a716-446655440000',
		'request 12345678-1234-4321-8765-44665544000a',
		'takes 5000001 bytes as JSON',
		'takes 104857600 bytes as JSON; at most 5,000,000',
		'2026-12-31',
		'send_date 2026-05-04T18:00:00Z is over',
		'until 2026-03-10T06:00:00.000+02:00',
		'at 2026-03-10 06:00:00',
		'500 2026-03-10 06:00:00.123 Internal',
		'from 2026-03-10 - 2026-03-12',
		'on 10.03.2026, or 3/10/2026',
		'connect ECONNREFUSED 192.168.100.24:443',
		'between 10.0.0.1 and 255.255.255.255, in 198.51.100.0/24',
	])('leaves %j as it is', (text) => {
		expect(redact(text)).toBe(text);
	});

	it('keeps at most the last four digits of any number, however it is spelled', () => {
		const numbers = getCountries().flatMap((country) => {
			const example = getExampleNumber(country, examples);
			return example === undefined ? [] : [example];
		});
		const separator = fc.constantFrom(
			...['', '', ' ', '-', '.', '/', '_', '(', ')', ') ', ' (', ' - ', '\u2011', '\u2013'],
			...[
				'\u2014',
				'\u2212',
				'\u00a0',
				'\u202f',
				'\u2022',
				'\u200b',
				'\u200e',
				'\ufe0f',
				'%20',
				'~',
			],
		);
		const spelled = fc
			.record({
				example: fc.constantFrom(...numbers),
				style: fc.constantFrom('plus', 'bare', 'national', '00'),
				separators: fc.array(separator, { minLength: 20, maxLength: 20 }),
				fullWidth: fc.boolean(),
				around: fc.constantFrom<[string, string]>(
					['', ''],
					['Cannot text ', ' now'],
					['{"to":"', '"}'],
					['x', 'x'],
				),
			})
			.map(({ example, style, separators, fullWidth, around: [before, after] }) => {
				const bare = example.number.slice(1);
				const national = example.formatNational().replace(/\D/g, '');
				const digits = { plus: bare, bare, national, '00': `00${bare}` }[style];
				const wide = (digit: string) =>
					fullWidth ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit;
				const text = [...digits]
					.map((digit, index) => `${index === 0 ? '' : separators[index % 20]}${wide(digit)}`)
					.join('');
				return { digits, style, text: `${before}${style === 'plus' ? '+' : ''}${text}${after}` };
			})
			// Eight digits alone are an id, and some spellings are those of a date or an address.
			.filter(({ digits, style }) => style === 'plus' || digits.length > 8)
			.filter(({ text }) => !/(19|20)\d\d-\d\d-\d\d|\d\.\d+\.\d+\.\d/.test(text));
		fc.assert(
			fc.property(spelled, ({ digits, text }) => {
				const left =
					redact(text)
						.replace(/%20/g, '')
						.match(/\p{Nd}/gu) ?? [];
				const shown = left.join('').normalize('NFKC');
				expect([text, shown]).toEqual([text, digits.slice(-4)]);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('takes linear time over any text', () => {
		for (const part of ['1 ', '1.', '+ ', '1\u200b', '(', '2026-03-10', 'a1b2', '12.12.']) {
			expect(growthOfTime((size) => redact(part.repeat(size)), 12_500)).toBeLessThan(10);
		}
	});

	it('hides what is secret to an API, and nothing unless it is told', () => {
		const text = 'key sk-abc and sk-def';
		expect(redact(text, [/\b(sk-)\w+/g])).toBe('key sk-… and sk-…');
		expect(redact(text, [/\bsk-\w+/g])).toBe('key … and …');
		expect(redact(text)).toBe(text);
	});
});

describe('maskPhoneNumber', () => {
	it.each(['+12025550117', '(202) 555-01-17'])('shows the last four digits of %s', (number) => {
		expect(maskPhoneNumber(number)).toBe('…0117');
	});
});
