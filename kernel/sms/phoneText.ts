/** The digits of a number, with its plus if it has one, or what is wrong with a text, where that can be told. */
export interface PlainPhoneText {
	digits?: string;
	fault?: { wrong: string; advice: string };
}

const AS_TEXT = 'Format the column as text in your spreadsheet, and enter the number again.';
const SPLIT = 'Map one phone number per item, e.g. with a Split Out node before this one.';

/** Bidirectional marks, zero-width spaces, variation selectors: nobody sees them, nobody means them. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** `tel:`, as links have it, and the signs that spreadsheets and CSV files put around a text. */
const WRAPPING = /^(?:tel:\s*|[\s'"‘’“”`´])+|[\s'"‘’“”`´,;]+$/giu;

/** A whole number that went through a column of decimals, and what else such a column can hold. */
const FLOAT = /^(\+?\d+)\.0{1,2}$/;
const DECIMALS = /^\+?\d{7,}\.(?:\d{1,2}|0+)$|^[^.]*\.0{1,2}$|\.0$/;

/** The plus of a country code, also in a bracket, also more than one. */
const PLUS = /^\(?\s*\+[+\s]*/;

/** What people write between digits: spaces, brackets, dots, slashes, any dash. */
const SEPARATORS = /[\p{Zs}\t()[\]./_•·∙⋅~\p{Pd}\u2212\u2043\u30fc]/gu;

/** Where a second, shorter number or an extension begins: `+49 30 1234567/68`. */
const SECOND_NUMBER = /\/\D*(?:\d\D*){0,3}$/;

/** What stands between two whole numbers: `+12025550117, +12025550118`. */
const BETWEEN_NUMBERS = /(?:\d\D{0,3}){7,}(?:[,;|\n]|\b(?:and|or)\b)(?:\D{0,3}\d){7,}/i;
const EMAIL = /\S@\S/;

/** Longer ones are no phone number, whatever they hold. */
const MAX_CHARACTERS = 100;

const EXTENSION = /\d\D{0,3}(?:;?ext(?:ension)?\.?=?|x|#)[\s.:]*\d+$/i;
const SCIENTIFIC = /^[+-]?\d(?:[.,]\d+)?E\+?\d+$/i;

/**
 * The digits of a phone number without what is written around and between them. Nothing is taken
 * away that could be a digit of the number, and nothing is added.
 */
export function plainPhoneText(text: string): PlainPhoneText {
	// Most numbers come plain already.
	if (/^\+?\d{1,20}$/.test(text)) return { digits: text };
	const visible = withoutMarks(text);
	if (visible.length > MAX_CHARACTERS) return {};
	const ascii = toAscii(visible).replace(WRAPPING, '').replace(FLOAT, '$1');
	if (SCIENTIFIC.test(ascii)) return fault('is in scientific notation', AS_TEXT);
	if (EMAIL.test(ascii)) {
		return fault('is an email address', 'Map the field that contains the phone number.');
	}
	if (BETWEEN_NUMBERS.test(ascii)) return fault('contains more than one number', SPLIT);
	if (EXTENSION.test(ascii)) return fault('has an extension', 'Remove the extension.');
	if (SECOND_NUMBER.test(ascii)) {
		return fault('contains more than one number or an extension', 'Keep one complete number.');
	}
	if (DECIMALS.test(ascii)) return fault('has decimals', AS_TEXT);
	const digits = ascii.replace(PLUS, '+').replace(SEPARATORS, '');
	// A dash before the first digit is a minus.
	return /^[+\d([]/.test(ascii) && /^\+?\d+$/.test(digits) ? { digits } : {};
}

function fault(wrong: string, advice: string): PlainPhoneText {
	return { fault: { wrong, advice } };
}

/** The text without what nobody sees. */
export function withoutMarks(text: string): string {
	return text.replace(INVISIBLE, '');
}

/** Full-width signs, and the digits of Arabic, Persian and Thai, as their ASCII forms. */
function toAscii(text: string): string {
	return text
		.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
		.replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
