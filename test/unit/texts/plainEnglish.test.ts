import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ADVICE } from '../../../nodes/Trackly/api/advice';
import { packagesOf } from '../../../scripts/packages';
import { editorTexts } from './editorTexts';
import { IDIOMS, idiomsIn } from './idioms';

const ROOT = resolve(__dirname, '../../..');

/** The kernel, and what is published of each package. */
const folders = [
	'kernel',
	...packagesOf().flatMap(({ place }) => [join(place, 'nodes'), join(place, 'credentials')]),
];

const sources = folders.flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file)),
);

/** Idioms that are wrong in comments too; there the others can be plain English. */
const IN_COMMENTS = IDIOMS.slice(0, 14);

/** String literals that are sentences or parts of them: with a space between two words. */
function sentencesIn(source: string): string[] {
	const code = source.replace(/^\s*(\/\/|\/?\*).*$/gm, '').replace(/^import [^;]*;$/gm, '');
	return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
		.map(([, single, double, template]) => single ?? double ?? template)
		.filter((text) => /[a-z]{2,} [a-z]{2,}/i.test(text));
}

describe('plain English', () => {
	it('reads all texts', () => {
		expect(editorTexts.length).toBeGreaterThan(1_000);
		expect(editorTexts.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['Send an SMS', 'Requests at Once', 'Custom Base URL']),
		);
		const sentences = sources.flatMap((file) =>
			sentencesIn(readFileSync(join(ROOT, file), 'utf8')),
		);
		expect(sentences.length).toBeGreaterThan(400);
		expect(sentences).toContain('is not a valid regular expression');
	});

	it.each([
		'What the list puts behind the text',
		'An ID has no blanks in it',
		'as Get gives it',
		'Any web address',
		'requests under way at once',
		'is deleted for good',
		'Give a name of 1 to 255 characters.',
		'A field of its own',
	])('would find the idiom in %j', (text) => {
		expect(idiomsIn(text)).toHaveLength(1);
	});

	it('is what the editor speaks', () => {
		const found = editorTexts.flatMap(({ place, text }) =>
			idiomsIn(text).map((idiom) => `${place}: ${idiom}`),
		);
		expect([...new Set(found)]).toEqual([]);
	});

	it.each(sources)('is what %s says in errors, hints and log lines', (file) => {
		const sentences = sentencesIn(readFileSync(join(ROOT, file), 'utf8'));
		expect(sentences.flatMap(idiomsIn)).toEqual([]);
	});

	it.each(sources)('is what the comments of %s say', (file) => {
		const comments = readFileSync(join(ROOT, file), 'utf8').match(/^\s*(\/\/|\/?\*).*$/gm) ?? [];
		const found = comments.flatMap((line) =>
			IN_COMMENTS.flatMap(([idiom]) => idiom.exec(line)?.[0] ?? []),
		);
		expect(found).toEqual([]);
	});

	it.each(Object.entries(ADVICE))('is what is advised for %s: whole sentences', (_, advice) => {
		expect(advice).toMatch(/^[A-Z].*[.]$/s);
		expect(idiomsIn(advice)).toEqual([]);
	});
});
