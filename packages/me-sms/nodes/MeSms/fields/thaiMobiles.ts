import { type Note, type NumberReader, readThaiMobile } from '../../../../../kernel';
import { numberNotes } from './recipients';

/** Reads Thai mobile numbers; of each kind of unusual one a note names the first. */
export function thaiMobiles(tell: (note: Note) => void): NumberReader {
	const told = new Set<string>();
	return (text) => {
		const read = readThaiMobile(text);
		if (read.number === undefined) return read.wrong;
		if (read.isRepaired || !read.isUsual) {
			for (const note of numberNotes(read)) {
				if (!told.has(note.text)) tell(note);
				told.add(note.text);
			}
		}
		return Number(read.number);
	};
}
