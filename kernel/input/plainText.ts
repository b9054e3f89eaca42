const SINGLE_QUOTES = /[\u0060\u00b4\u02b9\u02bc\u2018-\u201b\u2032\u2035\uff07]/g;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033\u2036\uff02]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
/** Soft hyphens, zero-width signs, marks of direction, variation selectors. */
const INVISIBLE =
	/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\p{Variation_Selector}/gu;

/**
 * The text as it is compared with others: upper and lower case, typographic and straight quotes,
 * composed and decomposed accents, dashes and spaces of any kind are made the same (NFKC, folded).
 */
export function plainText(text: string): string {
	const folded = fold(text);
	// Until nothing changes any more: what one step makes of a rare sign may be another step's work.
	return folded === text ? text : plainText(folded);
}

/** Small letters first: of the capital ẞ they alone lead to the ss that its small letter becomes. */
function fold(text: string): string {
	const folded = plainSigns(text).toLowerCase().toUpperCase().toLowerCase();
	return folded.normalize('NFKC').replace(/\s+/g, ' ');
}

/** The same, with upper and lower case, spaces and line breaks as they were. */
export function plainSigns(text: string): string {
	// Twice: NFKC makes a dash of some signs that are none.
	return onePass(onePass(text));
}

function onePass(text: string): string {
	return (
		// Before NFKC, which makes a space and a loose accent of some quotes.
		plainQuotes(text)
			.replace(DASHES, '-')
			.replace(SPACES, ' ')
			.replace(INVISIBLE, '')
			.normalize('NFKC')
			// Turkish: the capital has its dot in any alphabet's eyes, the small letter in none.
			.replace(/İ/g, 'I')
			.replace(/i\u0307/g, 'i')
	);
}

/** The text with straight quotes and apostrophes. */
export function plainQuotes(text: string): string {
	return text.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
}

/** Whether the text holds spaces, line breaks or invisible signs. */
export function holdsInvisible(text: string): boolean {
	return /\s/.test(text) || text.search(INVISIBLE) !== -1;
}
