import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

import fc from 'fast-check';
import type GraphemeSplitter from 'grapheme-splitter';
import { getCountries } from 'libphonenumber-js';
import {
	parsePhoneNumberWithError,
	type CountryCode,
	type MetadataJson,
} from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';

import { withTable } from '../../../scripts/bundle/graphemes';
import { withoutFormats } from '../../../scripts/bundle/phoneTables';

const sourceOf = (module: string) => readFileSync(require.resolve(module), 'utf8');

describe('grapheme-splitter with a table', () => {
	const source = sourceOf('grapheme-splitter');
	const rewritten = withTable(source);

	const load = (text: string) => {
		const module = { exports: {} };
		runInThisContext(`(function (module) {${text}\n})`)(module);
		return new (module.exports as typeof GraphemeSplitter)();
	};
	const [before, after] = [source, rewritten].map(load);

	/** The code points at which a class begins or ends, and those next to them. */
	const limits = [...source.matchAll(/0x[\dA-F]{4,6}\b/g)]
		.map(([text]) => Number(text))
		.flatMap((code) => [code - 1, code, code + 1])
		.filter((code) => code >= 0);

	it('is small', () => {
		expect(rewritten.length).toBeLessThan(source.length / 5);
	});

	it('splits a text with each code point in which a class begins or ends as before', () => {
		// A letter, a line, marks, flags, Hangul, a sign that joins, hands and skins, people.
		const neighbours = 'a\r\n\u0301\u0903🇩🇪\u1100\u1161\u11a8각가\u200d☝🏽👩❤\u0600\u200b';
		const changed = limits.filter((code) => {
			const sign = String.fromCodePoint(code);
			const text = [...neighbours].map((each) => sign + each).join('');
			return before.splitGraphemes(text).join('|') !== after.splitGraphemes(text).join('|');
		});
		expect(changed).toEqual([]);
	});

	it('splits any text as before', () => {
		const sign = fc.oneof(
			fc.constantFrom(...limits).map((code) => String.fromCodePoint(code)),
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
			fc.constantFrom('👩‍👩‍👧', '🧑🏽‍🚀', '🏴‍☠️', '🇩🇪', 'क्ष', '한', 'e\u0301', '\r\n', 'a'),
		);
		fc.assert(
			fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
				const text = signs.join('');
				expect(after.splitGraphemes(text)).toEqual(before.splitGraphemes(text));
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is not made of a source that it does not know', () => {
		expect(() => withTable(source.replace('CR = 0', 'CR = 1'))).toThrow('not what it was');
	});
});

describe("the countries' tables without formats", () => {
	const whole = sourceOf('libphonenumber-js/metadata.min.json');
	const [before, after] = [whole, withoutFormats(whole)].map(
		(json) => JSON.parse(json) as MetadataJson,
	);

	const read = (text: string, defaultCountry: CountryCode | undefined, tables: MetadataJson) => {
		try {
			const options = { defaultCountry, extract: false };
			const found = parsePhoneNumberWithError(text, options, tables);
			const { number, country, countryCallingCode } = found;
			const checks = [found.isValid(), found.isPossible(), found.getType()];
			return [number, country, countryCallingCode, ...checks];
		} catch (error) {
			return (error as Error).message;
		}
	};

	it('are less than half as long', () => {
		expect(JSON.stringify(after).length).toBeLessThan(whole.length / 2);
	});

	it('read and judge every number as before', () => {
		const digits = fc
			.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 15 })
			.map((list) => list.join(''));
		const country = fc.constantFrom(...getCountries());
		const like = fc
			.tuple(country, digits, fc.nat(12))
			.map(([code, some, at]) => examples[code].slice(0, at) + some.slice(0, 4));
		const codes = fc.constantFrom(
			...Object.keys(before.country_calling_codes),
			...Object.keys(before.nonGeographic),
		);
		const international = fc
			.tuple(codes, fc.oneof(digits, like))
			.map(([code, national]) => `+${code}${national}`);
		const written = fc.oneof(digits, like, international);
		fc.assert(
			fc.property(written, fc.option(country, { nil: undefined }), (text, home) => {
				expect(read(text, home, after)).toEqual(read(text, home, before));
			}),
			{ numRuns: 5_000 },
		);
		for (const code of getCountries()) {
			expect(read(examples[code], code, after)).toEqual(read(examples[code], code, before));
		}
	});
});
