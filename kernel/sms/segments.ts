import { SegmentedMessage } from 'sms-segments-calculator';

/** How a text travels: what it is encoded in and how many parts it is billed as. */
export interface TextMeasure {
	encoding: 'GSM-7' | 'UCS-2';
	/** Characters a reader sees: an emoji counts as one. */
	characters: number;
	/** What the encoding counts: septets in GSM-7 (`€` takes two), 16-bit units in UCS-2. */
	units: number;
	segments: number;
	/**
	 * The characters that force UCS-2, each once, in order of appearance. One that looks like another has its
	 * code points: `é (U+0065 U+0301)` is not the é of GSM-7.
	 */
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
		nonGsmCharacters: [...new Set(message.getNonGsmCharacters())].map(distinct),
	};
}

/** A character that differs visibly from all others: decomposed ones and those that print nothing do not. */
function distinct(character: string): string {
	const isInvisible = /^[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]+$/u.test(character);
	if (!isDecomposed(character) && !isInvisible) return character;
	const points = [...character].map(
		(sign) => `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
	);
	return `${character} (${points.join(' ')})`;
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
 * The text in composed characters (NFC: é as one, which GSM-7 has), with typographic ones (quotes,
 * dashes, ellipses, odd spaces) replaced by GSM-7 look-alikes, as the segment calculator's table has them.
 *
 * @returns `undefined` when that would save no segment
 */
export function suggestShorter(text: string): ShorterText | undefined {
	const { encoding, segments } = measureText(text);
	if (encoding === 'GSM-7') return undefined;
	const pieces = new SegmentedMessage(text).graphemes.flatMap(piecesOf);
	const shorter = pieces.map(lookAlikeOf).join('');
	const savedSegments = segments - measureText(shorter).segments;
	if (savedSegments <= 0) return undefined;
	const replaced = [...new Set(pieces)]
		.map((from) => ({ from, to: lookAlikeOf(from) }))
		.filter(({ from, to }) => to !== from);
	return { text: shorter, segments: segments - savedSegments, savedSegments, replaced };
}

/** What is replaced as one: a letter with its accents if they can be one sign, else each sign. */
function piecesOf(character: string): string[] {
	return isDecomposed(character) ? [character] : [...character];
}

function lookAlikeOf(piece: string): string {
	const alike = new SegmentedMessage(piece.normalize('NFC'), 'auto', true).graphemes.join('');
	// The table has two spaces and more for some single ones.
	return alike.replace(/^ +$/, ' ');
}

function isDecomposed(character: string): boolean {
	return character !== character.normalize('NFC');
}
