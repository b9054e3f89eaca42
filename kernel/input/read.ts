import type { JsonObject } from '../http/endpoint';
import { InputError } from './inputError';

/** What reading a value can depend on besides the value. */
export interface ReadScope {
	/** IANA zone of the workflow; dates written without a zone are meant in it. */
	timezone: string;
	/** Machine code of a field that must have a value and has none, by its name. */
	missingCode?(name: string): string;
	/** The value as it stands in the node: of an expression its text, with the `=` it begins with. */
	written?: unknown;
}

/**
 * Turns the value of a user (typed, mapped or computed) into the value a request needs. No value
 * reads as `undefined`.
 *
 * @param label the name the user sees
 * @throws InputError `invalid_value`
 */
export type Reader<Value> = (raw: unknown, label: string, scope: ReadScope) => Value;

/** Text; numbers and booleans become their text. */
export const readText: Reader<string | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	if (typeof raw === 'string') return raw;
	if (typeof raw === 'number' && !Number.isFinite(raw)) {
		throw new InputError(
			label,
			'invalid_value',
			'is not a number, because its calculation failed',
			'Check the expression of this field: it divides by zero or uses a missing number.',
		);
	}
	if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
	throw new InputError(label, 'invalid_value', `must be text, but is ${kindOf(raw)}`);
};

const TRUE_WORDS = new Set(['true', 'yes', 'on', '1', '1.0']);
const FALSE_WORDS = new Set(['false', 'no', 'off', '0', '0.0']);

/** A boolean, also as the words and digits that spreadsheets use. */
export const readBoolean: Reader<boolean | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const word = typeof raw === 'object' ? '' : String(raw).trim().toLowerCase();
	if (TRUE_WORDS.has(word)) return true;
	if (FALSE_WORDS.has(word)) return false;
	throw new InputError(label, 'invalid_value', 'must be true or false');
};

/**
 * A switch that guards something: nothing is no answer to it. An expression whose field is missing
 * is a mistake, and reading it as off would switch the guard off.
 *
 * @throws InputError `invalid_value`, also for nothing
 */
export const readGuard: Reader<boolean> = (raw, label, scope) => {
	const isOn = readBoolean(raw, label, scope);
	if (isOn !== undefined) return isOn;
	throw new InputError(
		label,
		'invalid_value',
		'is empty (its expression returned nothing)',
		'Make the expression return true or false for every item, or remove the option.',
	);
};

/** A whole number. */
export const readInteger: Reader<number | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const number = typeof raw === 'string' ? Number(raw) : raw;
	if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
	throw new InputError(label, 'invalid_value', 'must be a whole number');
};

/** A number, also as text. */
export const readNumber: Reader<number | undefined> = (raw, label, scope) => {
	const text = readText(raw, label, scope);
	if (text === undefined) return undefined;
	const number = Number(text);
	if (Number.isFinite(number)) return number;
	throw new InputError(label, 'invalid_value', 'must be a number');
};

/** A JSON object, given as one or as its text. */
export const readObject: Reader<JsonObject | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const value = typeof raw === 'string' ? parseJson(raw) : raw;
	if (value === undefined) throw new InputError(label, 'invalid_value', 'is not valid JSON');
	if (kindOf(value) === 'an object') return value as JsonObject;
	throw new InputError(label, 'invalid_value', `must be a JSON object, but is ${kindOf(value)}`);
};

/** What a JSON text says; `undefined` for a text that is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Spaces and signs that nobody sees: what looks empty in a sheet is empty. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Whether there is no value, or a text of nothing that is seen. */
export function isEmpty(raw: unknown): boolean {
	return raw === undefined || raw === null || (typeof raw === 'string' && UNSEEN.test(raw));
}

/** What a value is, in words: "a list". */
export function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
