import { SegmentedMessage } from 'sms-segments-calculator';

/** How a text travels: what it is encoded in and how many parts it is billed as. */
export interface TextMeasure {
	encoding: 'GSM-7' | 'UCS-2';
	/** Characters a reader sees: an emoji counts as one. */
	characters: number;
	/** What the encoding counts: septets in GSM-7 (`€` takes two), 16-bit units in UCS-2. */
	units: number;
	segments: number;
	/** The characters that force UCS-2, each once, in order of appearance. */
	nonGsmCharacters: string[];
}

const BITS_PER_UNIT = { 'GSM-7': 7, 'UCS-2': 16 } as const;

/**
 * Measures a text as SMS: GSM-7 holds 160 septets in one segment and 153 in each of several,
 * UCS-2 70 and 67 (contract NOTES §3). Placeholders are measured as they stand.
 */
export function measureText(text: string): TextMeasure {
	const message = new SegmentedMessage(text);
	const encoding = message.encodingName;
	return {
		encoding,
		characters: message.graphemes.length,
		units: message.messageSize / BITS_PER_UNIT[encoding],
		segments: text === '' ? 0 : message.segmentsCount,
		nonGsmCharacters: [...new Set(message.getNonGsmCharacters())],
	};
}

/** A text that says the same in fewer segments. */
export interface ShorterText {
	text: string;
	segments: number;
	savedSegments: number;
	/** What was replaced, each once, in order of appearance. */
	replaced: Array<{ from: string; to: string }>;
}

/**
 * The text with typographic characters (quotes, dashes, ellipses, odd blanks) replaced by GSM-7
 * look-alikes, as the segment calculator's table has them.
 *
 * @returns `undefined` when that would save no segment
 */
export function suggestShorter(text: string): ShorterText | undefined {
	const { encoding, segments } = measureText(text);
	if (encoding === 'GSM-7') return undefined;
	const replaced = [...new Set(text)]
		.map((from) => ({ from, to: lookAlikeOf(from) }))
		.filter(({ from, to }) => to !== from);
	const shorter = replaced.reduce((before, { from, to }) => before.replaceAll(from, to), text);
	const savedSegments = segments - measureText(shorter).segments;
	if (savedSegments <= 0) return undefined;
	return { text: shorter, segments: segments - savedSegments, savedSegments, replaced };
}

function lookAlikeOf(character: string): string {
	const alike = new SegmentedMessage(character, 'auto', true).graphemes.join('');
	// The table has two blanks and more for some single ones.
	return alike.replace(/^ +$/, ' ');
}
