import { readFile } from 'node:fs/promises';

import { transform, type Plugin } from 'esbuild';

import { withTable } from './graphemes';
import { withoutFormats } from './phoneTables';

type Rewrite = (source: string, file: string) => string | Promise<string>;

/** What is written anew of a library's files, by how their paths end. */
const REWRITTEN: Array<[file: RegExp, rewrite: Rewrite]> = [
	// A text of JSON, which Node reads faster than an object in code. The library has both.
	[
		/libphonenumber-js\/metadata\.min\.json\.js$/,
		async (_, file) => asModule(withoutFormats(await readFile(file.replace(/\.js$/, ''), 'utf8'))),
	],
	[/libphonenumber-js\/es6\/format\.js$/, () => NO_FORMATS],
	[/grapheme-splitter\/index\.js$/, withTable],
];

/** libphonenumber-js has each file once more for newer engines, without stand-ins for classes. */
const MODERN = [/(?<=libphonenumber-js[\\/]es6)(?=[\\/])/, '-modern'] as const;

/** Formats would be wrong without their rules, so asking for one is an error. */
const NO_FORMATS = `export default function formatNumber() {
	throw new Error('The rules for formatting numbers are not in this package');
}
export { formatNumber as chooseFormatForNumber };`;

/**
 * Third parties' code as it goes into a package: without comments, of which esbuild leaves those in
 * classes, and without the tables that nothing here reads. Our own code stays as it is.
 */
export const thirdParties: Plugin = {
	name: 'third-parties',
	setup: ({ onLoad }) => {
		onLoad({ filter: /[\\/]node_modules[\\/].*\.m?js$/ }, async ({ path: file }) => {
			const place = file.replaceAll('\\', '/');
			const [, rewrite] = REWRITTEN.find(([like]) => like.test(place)) ?? [];
			const source = await readFile(file.replace(...MODERN), 'utf8');
			const text = rewrite === undefined ? source : await rewrite(source, file);
			// Drops the comments; the white space comes back when the bundle is printed.
			return { contents: (await transform(text, { minifyWhitespace: true })).code };
		});
	},
};

function asModule(json: string): string {
	return `export default JSON.parse(${JSON.stringify(json)});`;
}
