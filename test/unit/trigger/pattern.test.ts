import fc from 'fast-check';

import { JUDGED_LENGTH, readPattern } from '../../../kernel/n8n/trigger/pattern';
import { processorTime } from '../../kit/processorTime';

const FIELD = 'Reply Text Matches';
const read = (source: string) => readPattern(source, FIELD);

describe('a pattern', () => {
	it.each([
		['yes', 'Yes please', true],
		['^(yes|y)\\b', 'Y!', true],
		['^(yes|y)\\b', 'yesterday', false],
		['/^(yes|y)\\b/i', 'Yes', true],
		['/yes/', 'yes', true],
		['/yes/', 'YES', true],
		['(?-i:yes)', 'YES', false],
		['/^b$/m', 'a\nb', true],
		['^b$', 'a\nb', false],
		['/a.b/s', 'a\nb', true],
		['a.b', 'a\nb', false],
		['/yes/gu', 'yes', true],
		['/', 'and/or', true],
		['^\\p{L}+$', 'sí', true],
		['^\\p{L}+$', 'yes 1', false],
		['\\p{Script=Greek}', 'ναι', true],
		['\\u{1F44D}', '👍', true],
		['\\ud83d\\udc4d', '👍', true],
		['👍+', '👍👍', true],
		['^.$', '👍', true],
		['(?<word>ye)s', 'yes', true],
		['[(?=]', '=', true],
		['\\(\\?=', '(?=', true],
		['1{2', '1{2', true],
		['^ja bitte$', 'ja\u00a0bitte', true],
		['don.?t', 'Don’t', true],
		["don't", 'Don’t', true],
		['don’t', "don't", true],
		['^sí', 'Si\u0301', true],
		['^iptal$', 'İPTAL', true],
		// \b and accents, which JavaScript's own would lose.
		['^s[ií]\\b', 'sí', true],
		['^s[ií]\\b', 'sí, gracias', true],
		['^s[ií]\\b', 'siempre más', false],
		['^s[ií]\\b', 'no', false],
		['\\bdemain\\b', 'à demain', true],
		['^да\\b', 'да', true],
		['^да\\b', 'нет', false],
	])('%s finds something in %j: %s', (source, text, found) => {
		expect(read(source).matches(text)).toBe(found);
	});

	it.each([
		['(?=a)b', /lookahead/],
		['^(?!no)', /lookahead/],
		['(?<=a)b', /lookbehind/],
		['(?<!a)b', /lookbehind/],
		['(a)\\1', /backreference/],
		['(?<word>a)\\k<word>', /backreference/],
		['(', /is not a valid regular expression/],
		['[a', /is not a valid regular expression/],
		['a**', /is not a valid regular expression/],
		['\\', /is not a valid regular expression/],
		['/(/i', /is not a valid regular expression/],
		['a{1001}', /is too large/],
		['(?:a{1,50}){1,50}', /is too large/],
		['a{600}\\p{L}{600}', /is too large/],
		['(?:a{1,30}){1,30}(?:b{1,30}){1,30}', /is too large/],
		['a'.repeat(1_001), /is longer than 1,000 characters/],
		['('.repeat(1_000), /is not a valid regular expression/],
	])('%s is refused', (source, reason) => {
		expect(() => read(source)).toThrow(
			expect.objectContaining({
				code: 'invalid_pattern',
				message: expect.stringMatching(new RegExp(`^"${FIELD}" .*${reason.source}`)),
			}),
		);
	});

	it('takes a text that is too long to be judged', () => {
		expect(read('^no').matches('x'.repeat(JUDGED_LENGTH + 1))).toBe(true);
		expect(read('^no').matches('x'.repeat(JUDGED_LENGTH))).toBe(false);
	});

	it.each(['x{1000}'.repeat(140), `(?:${'a'.repeat(900)}){90}`, '(?:[a-z]{30}){30}'.repeat(50)])(
		'is refused without compiling it for long',
		(source) => {
			for (let again = 0; again < 2; again++) {
				const ms = processorTime(() => expect(() => read(source)).toThrow('is too large'));
				expect(ms).toBeLessThan(50);
			}
		},
	);

	it('that is not valid is never kept as if it were', () => {
		for (let again = 0; again < 2; again++) expect(() => read('(((')).toThrow();
		for (let other = 0; other < 50; other++)
			expect(read(`a${other}`).matches(`a${other}`)).toBe(true);
		expect(read('a1$').matches('a1')).toBe(true);
	});
});

describe('patterns that bring other engines to a halt', () => {
	/** Each took seconds, minutes or for ever with the guard that counted steps before. */
	const SLOW = [
		'^(?:[a-z]{0,1}[a-z]{0,1}){20}!$',
		'(a+)+$',
		'(?:z){0,0}(a|aa)+$',
		'z{0,0}(a+)+$',
		'(?:a{0,1}){22}a{22}b',
		'^(?:\\s{0,1}[a-z]){1,40}$',
		'(a?){115}a{115}',
		'.*.*.*.*.*x',
		'(?:a|b)*a(?:a|b){300}c',
		'[ab]*a[ab]{550}c',
		'(?:a{1,15}){1,18}b',
		'(?:\\p{L}{1,15}){1,15}!',
		'\\b(?:\\w{1,12}\\b){1,20}!',
		'((((a*)*)*)*)*b',
		'(\\w+\\s?)+$!',
	];
	const anyPattern = fc.letrec((tie) => ({
		pattern: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			fc.constantFrom('a', 'b', '.', '\\w', '[a-z]', '[^x]', '\\s', '\\p{L}', 'é', '\\b'),
			fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `${one}${other}`),
			fc.tuple(tie('pattern'), tie('pattern')).map(([one, other]) => `(?:${one}|${other})`),
			fc
				.tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{0,1}', '{2,30}', '{0,0}', '{20}'))
				.map(([one, often]) => `(?:${one})${often}`),
		),
	})).pattern as fc.Arbitrary<string>;
	const anyText = fc.oneof(
		fc.constantFrom('a', 'ab', 'aab ', 'áb', 'да ', '\u00a0a').map((unit) => unit.repeat(400)),
		fc.string({ unit: fc.constantFrom('a', 'b', ' ', '!', 'é', '1'), minLength: 400 }),
		fc.string({ unit: 'binary', minLength: 400 }),
	);

	it('200 patterns take under 1 ms on the median of 200 texts of 400 letters, and never 50', () => {
		const texts = fc.sample(anyText, { numRuns: 200, seed: 15 }).map((text) => text.slice(0, 400));
		const patterns = [
			...SLOW,
			...fc.sample(anyPattern, { numRuns: 1_000, seed: 15 }).filter(isTaken),
		].slice(0, 200);
		expect(patterns).toHaveLength(200);
		const times: number[] = [];
		let slowest = { ms: 0, source: '' };
		for (const source of patterns) {
			const pattern = read(source);
			for (const text of texts) {
				const once = processorTime(() => pattern.matches(text));
				times.push(once);
				// A collection of garbage may fall into one measurement, not into two.
				const ms = once < 50 ? once : processorTime(() => pattern.matches(text));
				if (ms > slowest.ms) slowest = { ms, source };
			}
		}
		times.sort((a, b) => a - b);
		expect(times[times.length / 2]).toBeLessThan(1);
		expect(slowest.ms < 50 ? '' : `${slowest.source}: ${slowest.ms} ms`).toBe('');
	}, 120_000);

	function isTaken(source: string): boolean {
		try {
			read(source);
			return true;
		} catch {
			return false;
		}
	}
});
