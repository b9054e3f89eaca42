import { isInteger, isSafeNumber, parse, type ParseOptions } from 'lossless-json';

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
