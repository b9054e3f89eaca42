import path from 'node:path';

import { build } from 'esbuild';
import { getCountries, getCountryCallingCode, type CountryCode } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';

import * as kernel from '../../../kernel/sms/phone';
import { bundling } from '../../../scripts/bundle';
import { thirdParties } from '../../../scripts/bundle/thirdParties';

/**
 * The build leaves the rules of formatting out of the tables of libphonenumber-js. Tests run on whole
 * tables, so that a call which needs those rules would fail only in a package that is installed.
 */
describe('the phone numbers of a built package', () => {
	let built: typeof kernel;
	beforeAll(async () => {
		const root = path.resolve(__dirname, '../../..');
		const { outputFiles } = await build({
			...bundling(root),
			entryPoints: ['kernel/sms/phone.ts'],
			bundle: true,
			format: 'cjs',
			write: false,
			plugins: [thirdParties],
		});
		const module = { exports: {} };
		new Function('module', outputFiles[0].text)(module);
		built = module.exports as typeof kernel;
	});

	const read = (
		{ readPhoneNumber }: typeof kernel,
		written: string,
		home?: CountryCode,
		unassigned?: 'accept',
	) => {
		try {
			return readPhoneNumber(written, home, { unassigned });
		} catch (error) {
			return `threw ${(error as Error).message}`;
		}
	};

	/** As people write a number, well and badly. */
	const spellings = (country: CountryCode) => {
		const national = examples[country];
		const code = getCountryCallingCode(country);
		return [
			...[`+${code}${national}`, `+${code} (0) ${national}`, `00${code}${national}`],
			...[`${code}${national}`, national, `0${national}`, national.slice(1), `${national}0`],
			...[national.replaceAll(/\d(?=\d{4})/g, '5'), national.split('').reverse().join('')],
		];
	};

	it.each([
		['that of the number', undefined] as const,
		['DE', 'DE'] as const,
		['US', 'US'] as const,
	])('are what they are in the tests, with no Default Country or %s', (_, other) => {
		const different = getCountries().flatMap((country) =>
			spellings(country).flatMap((written) =>
				([other ?? country, undefined] as const).flatMap((home) => {
					const [before, after] = [kernel, built].map((each) => read(each, written, home));
					return JSON.stringify(before) === JSON.stringify(after)
						? []
						: [{ written, before, after }];
				}),
			),
		);
		expect(different).toEqual([]);
	});

	it.each([
		'112',
		'911',
		'12345',
		'1',
		'',
		'+',
		'+999123456789',
		'00',
		'tel:12025550117;ext=5',
		'٠٨١٢٣٤٥٦٧٨',
	])('refuse or read %j as in the tests', (written) => {
		for (const home of [undefined, 'US', 'TH', 'GA', 'MX'] as const) {
			for (const unassigned of [undefined, 'accept'] as const) {
				const [before, after] = [kernel, built].map((each) =>
					read(each, written, home, unassigned),
				);
				expect(after).toEqual(before);
			}
		}
	});

	it('know the same countries', () => {
		for (const country of [...getCountries(), 'XX', 'us', '']) {
			expect(built.isSupportedCountry(country)).toBe(kernel.isSupportedCountry(country));
		}
	});
});
