import type { Note } from '../delivery/outcome';
import { countParts } from './parts';

const LONG: Note = { text: 'Some texts take 2 segments or more, each of which is billed' };

const UNICODE: Note = {
	text: 'Some texts have an emoji or another character outside of GSM-7, so that a segment holds 70 characters instead of 160',
};

/**
 * What makes a text dearer than it looks, as it stands. Measured without the segment calculator: this
 * is asked of every text of a run.
 */
export function lengthNotes(text: string): Note[] {
	const { encoding, parts } = countParts(text);
	const isLong = parts > 1;
	if (encoding === 'GSM-7') return isLong ? [LONG] : [];
	return isLong ? [LONG, UNICODE] : [UNICODE];
}
