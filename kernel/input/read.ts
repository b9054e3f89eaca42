import { DateTime } from 'luxon';

import type { JsonObject } from '../http/endpoint';
import { InputError } from './inputError';

/** What reading a value can depend on besides the value. */
export interface ReadScope {
	/** IANA zone of the workflow; dates written without a zone are meant in it. */
	timezone: string;
}

/**
 * Turns what a user gave (typed, mapped or computed) into the value a request needs. Nothing given
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
	if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
	throw new InputError(label, 'invalid_value', `must be text, but is ${kindOf(raw)}`);
};

const TRUE_WORDS = new Set(['true', 'yes', '1']);
const FALSE_WORDS = new Set(['false', 'no', '0']);

/** A boolean, also as the words and digits that spreadsheets use. */
export const readBoolean: Reader<boolean | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const word = String(raw).trim().toLowerCase();
	if (TRUE_WORDS.has(word)) return true;
	if (FALSE_WORDS.has(word)) return false;
	throw new InputError(label, 'invalid_value', 'must be true or false');
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

/** A moment as ISO 8601 in UTC (`Z`), from ISO, SQL, RFC 2822 or HTTP text, a Date or a Luxon DateTime. */
export const readDateTime: Reader<string | undefined> = (raw, label, { timezone }) => {
	if (isEmpty(raw)) return undefined;
	const moment = parseMoment(raw, timezone);
	const iso = moment?.isValid ? moment.toUTC().toISO() : null;
	if (iso !== null) return iso;
	throw new InputError(label, 'invalid_date', 'is not a date and time that can be read');
};

/**
 * A calendar day as `YYYY-MM-DD`, from whatever `readDateTime` takes.
 *
 * The day is the one that is written, in whatever zone; also that of midnight in UTC, which is how
 * APIs write a bare day. Any other time in UTC (and so a Date) is a moment: its day is the
 * workflow zone's.
 */
export const readDay: Reader<string | undefined> = (raw, label, { timezone }) => {
	if (isEmpty(raw)) return undefined;
	const written = parseMoment(raw, timezone, { setZone: true });
	const isMoment = written?.zoneName === 'UTC' && !written.equals(written.startOf('day'));
	const day = (isMoment ? written.setZone(timezone) : written)?.toISODate();
	if (typeof day === 'string') return day;
	throw new InputError(label, 'invalid_date', 'is not a date that can be read');
};

function parseMoment(
	raw: unknown,
	zone: string,
	options: { setZone?: boolean } = {},
): DateTime | undefined {
	if (raw instanceof Date) return DateTime.fromJSDate(raw, { zone: 'utc' });
	// n8n hands over DateTime objects of its own copy of Luxon, so `instanceof` would miss them.
	if (isMomentLike(raw)) return DateTime.fromMillis(raw.toMillis(), { zone: raw.zoneName ?? zone });
	if (typeof raw !== 'string') return undefined;
	const text = raw.trim();
	// Digits alone could be a year, a day or seconds since some epoch.
	if (/^\d+$/.test(text)) return undefined;
	return [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822, DateTime.fromHTTP]
		.map((parse) => parse(text, { zone, ...options }))
		.find((moment) => moment.isValid);
}

function isMomentLike(value: unknown): value is { toMillis(): number; zoneName?: string } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toMillis' in value &&
		typeof value.toMillis === 'function'
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isEmpty(raw: unknown): boolean {
	return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
