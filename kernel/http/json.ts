import { isInteger, isSafeNumber, parse } from 'lossless-json';

/** A number that `JSON.parse` might round: 16 digits or more. */
const LONG_NUMBER = /\d{16}/;

/** Whether `JSON.parse` might round a number in a JSON text. The exact reader is slower. */
export function holdsLongNumber(text: string): boolean {
	return LONG_NUMBER.test(text);
}

/**
 * The value of a JSON text. A whole number that JavaScript cannot hold, e.g. an id beyond 2^53, is
 * its text, digit by digit.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
	return holdsLongNumber(text)
		? parse(text, null, {
				parseNumber: readNumber,
				// The last of two equal keys wins, as everywhere else.
				onDuplicateKey: ({ newValue }) => newValue,
			})
		: JSON.parse(text);
}

function readNumber(digits: string): number | string {
	return isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits);
}
