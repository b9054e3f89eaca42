import { isInteger, isSafeNumber, parse } from 'lossless-json';

/** A number that `JSON.parse` might round: 16 digits or more. */
const LONG_NUMBER = /\d{16}/;

/**
 * The value of a JSON text. A whole number that JavaScript cannot hold, e.g. an id beyond 2^53, is
 * its text, digit by digit.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
	// The exact reader is slower; most responses hold no such number.
	return LONG_NUMBER.test(text) ? parse(text, null, readNumber) : JSON.parse(text);
}

function readNumber(digits: string): number | string {
	return isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits);
}
