import { ApiError } from '../../../../sandbox/core';

const DIGIT_0 = 48;
const DIGIT_6 = 54;
const DIGITS = 9;

/** The numbers of a request. */
export interface NumbersRead {
	/** Without their 66 or 0; 0 where one cannot be read. */
	numbers: Uint32Array;
	/** Those that cannot be read, by their places. */
	unreadable: Map<number, string>;
	/** How many came as 0 and nine digits. */
	local: number;
}

/**
 * Reads up to two million numbers (contract: Msisdn) in one pass.
 *
 * @param bad what one that cannot be read does: refuses the request, or gets the state `invalid`
 * @throws ApiError 400
 */
export function readNumbers(given: readonly unknown[], bad: 'refuse' | 'invalid'): NumbersRead {
	const numbers = new Uint32Array(given.length);
	const unreadable = new Map<number, string>();
	let local = 0;
	for (let index = 0; index < given.length; index++) {
		const msisdn = given[index];
		if (typeof msisdn !== 'string') {
			throw new ApiError(undefined, `msisdns/${index} must be string`, 400);
		}
		const number = readNumber(msisdn);
		if (number === undefined) {
			if (bad === 'refuse') {
				throw new ApiError(undefined, `msisdns/${index} is not a Thai mobile number`, 400);
			}
			unreadable.set(index, msisdn);
			continue;
		}
		if (msisdn.length === DIGITS + 1) local += 1;
		numbers[index] = number;
	}
	return { numbers, unreadable, local };
}

/** The nine digits after 66 or 0; undefined where they are not there. Without regular expressions, for speed. */
function readNumber(msisdn: string): number | undefined {
	const start = msisdn.length - DIGITS;
	const isInternational =
		start === 2 && msisdn.charCodeAt(0) === DIGIT_6 && msisdn.charCodeAt(1) === DIGIT_6;
	const isLocal = start === 1 && msisdn.charCodeAt(0) === DIGIT_0;
	if (!isInternational && !isLocal) return undefined;
	let number = 0;
	for (let at = start; at < msisdn.length; at++) {
		const digit = msisdn.charCodeAt(at) - DIGIT_0;
		if (digit < 0 || digit > 9) return undefined;
		number = number * 10 + digit;
	}
	return number;
}
