import type { Note } from '../delivery/outcome';

/** The characters of GSM-7; those of its extension take two places. */
const GSM =
	/^[@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà \n\r^{}\\[~\]|€]*$/;
const GSM_EXTENSION = /[\^{}\\[~\]|€]/g;

/** What one segment holds: septets in GSM-7, else UTF-16 units. */
const ONE_SEGMENT = { gsm: 160, unicode: 70 };

const LONG: Note = { text: 'Some texts take 2 segments or more, each of which is billed' };

const UNICODE: Note = {
	text: 'Some texts have an emoji or another character outside of GSM-7, so that a segment holds 70 characters instead of 160',
};

/**
 * What makes a text dearer than it looks, as it stands. Measured without the segment calculator: this
 * is asked of every text of a run.
 */
export function lengthNotes(text: string): Note[] {
	if (!GSM.test(text)) return text.length > ONE_SEGMENT.unicode ? [LONG, UNICODE] : [UNICODE];
	// Short enough even if each of its characters takes two places.
	if (text.length * 2 <= ONE_SEGMENT.gsm) return [];
	const units = text.length + (text.match(GSM_EXTENSION)?.length ?? 0);
	return units > ONE_SEGMENT.gsm ? [LONG] : [];
}
