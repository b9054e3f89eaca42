import type { Outcome } from '../../delivery/outcome';

/** Examples that a sentence names at most. */
const NAMED = 3;

/** What users should know of a run besides its counts. */
export interface RunNotes {
	/** Without their full stop. */
	sentences: string[];
	/** Whether one of them warns. */
	warn: boolean;
}

/** What the outcomes of a run say, each once, and how long the texts of a dry run are together. */
export function notesOf(outcomes: readonly Outcome[]): RunNotes {
	const about = new Map<string, Set<string>>();
	let segments = 0;
	let warn = false;
	for (const outcome of outcomes) {
		if (!outcome.ok) continue;
		if (outcome.leftOut === 'dryRun') segments += segmentsOf(outcome.items[0]);
		for (const note of outcome.notes ?? []) {
			const named = about.get(note.text) ?? new Set();
			for (const name of note.about ?? []) named.add(name);
			about.set(note.text, named);
			warn ||= note.warns === true;
		}
	}
	const sentences = [...about].map(([text, names]) => sentenceOf(text, [...names]));
	if (segments > 0) {
		const unit = segments === 1 ? 'segment' : 'segments';
		sentences.unshift(`${segments.toLocaleString('en')} ${unit} in total`);
	}
	return { sentences, warn };
}

function segmentsOf(item: { segments?: unknown } | undefined): number {
	return typeof item?.segments === 'number' ? item.segments : 0;
}

function sentenceOf(text: string, names: readonly string[]): string {
	const plain = text.replace(/\.$/, '');
	if (names.length === 0) return plain;
	const more =
		names.length > NAMED ? ` and ${(names.length - NAMED).toLocaleString('en')} more` : '';
	return `${plain}: ${names.slice(0, NAMED).join(', ')}${more}`;
}
