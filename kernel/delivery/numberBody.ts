import type { JsonObject } from '../http/endpoint';
import type { NumberList } from '../input/file/numberList';

/** Some neighboring numbers of a list. */
export interface NumberRange {
	numbers: NumberList;
	/** Place of the first one. */
	from: number;
	/** Place after the last one. */
	to: number;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const ZERO = 0x30;

/**
 * The JSON text of a body with a list of numbers as texts of digits, written as bytes directly: neither
 * the numbers nor the body become strings.
 *
 * @param head the rest of the body
 * @param name of the list
 * @param range none for an empty list
 */
export function numberBody(head: JsonObject, name: string, range?: NumberRange): Buffer {
	const [before, after] = envelopeOf(head, name);
	if (range === undefined) return Buffer.concat([before, after]);
	const { numbers, from, to } = range;
	let bytes = before.length + after.length + Math.max(0, to - from - 1);
	for (let place = from; place < to; place++) bytes += 2 + digitsOf(numbers.at(place));
	const body = Buffer.allocUnsafe(bytes);
	let at = before.copy(body);
	for (let place = from; place < to; place++) {
		if (place > from) body[at++] = COMMA;
		let number = numbers.at(place);
		const digits = digitsOf(number);
		body[at] = QUOTE;
		for (let digit = digits; digit > 0; digit--) {
			const rest = Math.floor(number / 10);
			body[at + digit] = ZERO + (number - rest * 10);
			number = rest;
		}
		at += digits + 1;
		body[at++] = QUOTE;
	}
	after.copy(body, at);
	return body;
}

/** What stands in the body before and after the numbers. */
function envelopeOf(head: JsonObject, name: string): [before: Buffer, after: Buffer] {
	const text = JSON.stringify({ ...head, [name]: [] });
	return [Buffer.from(text.slice(0, -2)), Buffer.from(text.slice(-2))];
}

function digitsOf(number: number): number {
	let digits = 1;
	for (let limit = 10; number >= limit; limit *= 10) digits++;
	return digits;
}
