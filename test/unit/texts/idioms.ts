/** Translated idioms, and what to write instead (DESIGN, vocabulary). */
export const IDIOMS: ReadonlyArray<readonly [idiom: RegExp, instead: string]> = [
	[/\bbehind\b/i, 'after, on'],
	[/\bblanks?\b/i, 'space'],
	[/\b(gives|gave)\b/i, 'returns, outputs'],
	[/\bby hand\b/i, 'manually'],
	[/\bwhat (became|becomes) of\b/i, 'what happened to'],
	[/\bwho texts\b/i, 'contacts who text'],
	[/\bof (its|their|your|his|her|one's|\w+['’]s) own\b|\bof (ours|yours)\b/i, 'a separate one'],
	[/\bat once\b/i, 'at the same time, immediately'],
	[/\blook-ups?\b/i, 'lookup'],
	[/\bweb address(es)?\b/i, 'URL'],
	[/\bpretend/i, 'simulated'],
	[/\bin capitals\b/i, 'case-insensitive'],
	[/\b(go|goes|going|went) on\b/i, 'continues'],
	[/\bwaits? for good\b|\bfor good\b/i, 'permanently'],
	[/\bsoftly\b/i, 'archive'],
	[/\bthe other way round\b/i, 'vice versa'],
	[/\bput [\w ]*\bin order\b/i, 'check'],
	[/\b(is|are|was|were|it) (not )?said\b/i, 'active voice'],
	[/^Give\b|[.,;:] (or )?give\b/i, 'Enter'],
	[/\bPick\b/, 'Select'],
	[/\bpaste it again without\.?$/i, 'say without what'],
];

/** Labels that users know, whatever the list says. */
const KEPT = ['Requests at Once', 'Give Up After'];

/** What is wrong with a text, with what to write instead. */
export function idiomsIn(text: string): string[] {
	const plain = KEPT.reduce((rest, label) => rest.replaceAll(label, ''), text);
	return IDIOMS.flatMap(([idiom, instead]) => {
		const found = idiom.exec(plain);
		return found === null ? [] : [`"${found[0]}" (${instead})`];
	});
}
