import { PAGES, proseOf } from './pages';

/** Translated idioms, and what to write instead. */
const IDIOMS: ReadonlyArray<[RegExp, string]> = [
	[/\b(?<!look-)behind\b/i, 'after'],
	[/\blook-behind\b/i, 'lookbehind'],
	[/\blook-ahead\b/i, 'lookahead'],
	[/\blook-ups?\b/i, 'lookup'],
	[/\bblanks?\b/i, 'space'],
	[/\bgives\b(?! up\b)/i, 'returns, outputs'],
	[/\bby hand\b/i, 'manually'],
	[/\bbecame of\b/i, 'what happened to it'],
	[/(?:^|[.:|>*] +|\*\*)Who (?!(?:is|are|was|were)\b)\w+[^?]*$/, 'contacts who, whoever'],
	[/\bwho texts\b/i, 'contacts who text'],
	[/\bof (?:its|his|her|their) own\b(?! (?!and|or|that|for|in|on|with)[a-z])/i, 'its own'],
	[/\bat once\b/, 'at the same time, immediately'],
	[/\bweb address(?:es)?\b/i, 'URL'],
	[/\bpretend(?:s|ed)?\b/i, 'simulated'],
	[/\bin capitals or not\b/i, 'case-insensitive'],
	[/\bgo(?:es)? on\b/i, 'continue'],
	[/\bfor good\b/i, 'permanently, indefinitely'],
];

/** The idioms of a text, each with its sentence. */
function idiomsIn(text: string): string[] {
	const sentences = text
		.replace(/`[^`\n]*`/g, '')
		.split(/(?<=[.?!])\s|\n|\|/)
		.map((sentence) => sentence.trim());
	return sentences.flatMap((sentence) =>
		IDIOMS.filter(([idiom]) => idiom.test(sentence)).map(
			([, better]) => `"${sentence}": write ${better}`,
		),
	);
}

describe('plain English', () => {
	it.each(PAGES)('%s has no translated idiom', (page) => {
		expect(idiomsIn(proseOf(page))).toEqual([]);
	});

	it.each([
		'Put the node behind the trigger.',
		'An ID without blanks.',
		'The node gives one item.',
		'Built by hand in the editor.',
		'It tells you what became of the text.',
		'Who texts STOP is taken off the list.',
		'Fields have names of their own.',
		'It sends four requests at once.',
		'One look-up costs nothing.',
		'Any web address.',
		'A pretend account.',
		'STOP, in capitals or not.',
		'Then the workflow goes on.',
		'It waits for good.',
	])('finds the idiom in "%s"', (sentence) => {
		expect(idiomsIn(`Good. ${sentence} Good.`)).not.toEqual([]);
	});

	it.each([
		'Use lookbehind, and `gives` in code.',
		'Who is texted?',
		'Its own options; n8n gives up.',
		'One of your own lists.',
		'The field Requests at Once.',
	])('lets "%s" pass', (sentence) => {
		expect(idiomsIn(sentence)).toEqual([]);
	});
});
