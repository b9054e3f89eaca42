import { maskPhoneNumber, redact } from '../http/redact';
import { kindOf } from '../input/read';
import { plainPhoneText, withoutMarks } from './phoneText';

/** Why something is no phone number that can be used, and what to do. */
export interface PhoneRefusal {
	number?: undefined;
	code: 'missing_phone' | 'invalid_phone';
	wrong: string;
	advice: string;
}

/** What was written as a phone number: its text, and the digits in it with their plus, if it has one. */
export interface WrittenNumber {
	text: string;
	digits: string;
}

/**
 * The digits of what was given as a phone number, or why it is none.
 *
 * @param example a number as one looks, for the advice
 */
export function writtenNumber(input: unknown, example: string): WrittenNumber | PhoneRefusal {
	const advice = mapNumber(example);
	const text = textOf(input);
	if (text === undefined) return refusedNumber(`must be text, but is ${kindOf(input)}`, advice);
	if (withoutMarks(text).trim() === '') {
		const nothing = 'Map a phone number to this field, or filter out items that have none.';
		return { code: 'missing_phone', wrong: 'is empty', advice: nothing };
	}
	const { digits, fault } = plainPhoneText(text);
	if (digits !== undefined) return { text, digits };
	const { wrong, advice: own } = fault ?? { wrong: noNumber(text), advice };
	return refusedNumber(wrong, own);
}

export function refusedNumber(wrong: string, advice: string): PhoneRefusal {
	return { code: 'invalid_phone', wrong, advice };
}

/** What is wrong with a text that is no number. */
export function noNumber(text: string): string {
	return `${showNumber(text)} is not a phone number`;
}

function mapNumber(example: string): string {
	return `Map a field that contains a phone number, e.g. ${example}.`;
}

/** Nothing reads as an empty text. */
function textOf(input: unknown): string | undefined {
	if (input === undefined || input === null) return '';
	if (typeof input === 'number' || typeof input === 'bigint') return String(input);
	return typeof input === 'string' ? input : undefined;
}

/** A long word of letters and digits is no number; it may be a key that was pasted here. */
const KEY_LIKE = /\b(?=\w*\d)(?=\w*[A-Za-z])\w{12,}/g;

/** More signs than stand between the digits of a number that is recognized as one. */
const GAP = /[^\p{L}\p{Nd}]{5,}/gu;

const SHOWN_CHARACTERS = 40;

/**
 * A text that was to be a number, in quotes. Redacted before it is cut: what a cut leaves of a number
 * would no longer look like one. Here eight digits are no id either.
 */
export function showNumber(text: string): string {
	const shown = redact(text.trim().replace(GAP, ' '), [KEY_LIKE]).replace(
		/\p{Nd}{7,}/gu,
		maskPhoneNumber,
	);
	return `"${shown.length > SHOWN_CHARACTERS ? `${shown.slice(0, SHOWN_CHARACTERS)}…` : shown}"`;
}
