import { isInteger, isSafeNumber, parse, type ParseOptions } from 'lossless-json';

/** Digits of a number that `JSON.parse` might round. */
const LONG = 16;

/**
 * Whether `JSON.parse` might round a number in a JSON text. The exact reader is slower.
 *
 * It looks at every sixteenth character: so many digits in a row include one of them. A regular
 * expression, which looks at each, takes several times as long, more than half as long as the parsing.
 */
export function holdsLongNumber(text: string): boolean {
	for (let at = LONG - 1; at < text.length; at += LONG) {
		if (!isDigitAt(text, at)) continue;
		let first = at;
		while (isDigitAt(text, first - 1)) first--;
		let last = at;
		while (isDigitAt(text, last + 1)) last++;
		if (last - first + 1 >= LONG) return true;
	}
	return false;
}

function isDigitAt(text: string, at: number): boolean {
	const code = text.charCodeAt(at); // NaN outside of the text
	return code >= 48 && code <= 57;
}

/**
 * The value of a JSON text. A whole number that JavaScript cannot hold, e.g. an id beyond 2^53, is
 * its text, digit by digit.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
	return holdsLongNumber(text) ? parse(text, null, EXACT) : JSON.parse(text);
}

/** As `JSON.parse` reads, but for long numbers: of a name that is given twice the last value counts. */
const EXACT: ParseOptions = {
	parseNumber: readNumber,
	onDuplicateKey: ({ newValue }) => newValue,
};

function readNumber(digits: string): number | string {
	return isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits);
}
