import type { IDataObject } from 'n8n-workflow';

import { readDateTime } from '../../input/dates';
import { parsePhoneNumber } from '../../sms/phone';
import type { PayloadField } from './event';

/** A word or an id, without spaces around it, under the first of these names that holds one. */
export function wordIn(...names: string[]): PayloadField {
	return { read: (payload) => firstOf(payload, names, (text) => text.trim() || null) };
}

/** The same for what complete events may lack. */
export function optionalIn(...names: string[]): PayloadField {
	return { ...wordIn(...names), optional: true };
}

/** A phone number: E.164 where it can be read, else as it came (short codes, names of senders). */
export function phoneIn(...names: string[]): PayloadField {
	return { read: (payload) => firstOf(payload, names, (text) => toE164(text.trim()) || null) };
}

/** A moment as ISO 8601 in UTC, from a date and time (no zone means UTC) or from epoch time. */
export function momentIn(...names: string[]): PayloadField {
	return { read: (payload) => firstOf(payload, names, toUtc) };
}

/** A text as it was written, under the first name that says something; a picture's may be empty. */
export function textIn(...names: string[]): PayloadField {
	return {
		read: (payload) => {
			const given = names.flatMap((name) => textOf(payload[name]) ?? []);
			return given.find((text) => text.trim() !== '') ?? given[0] ?? null;
		},
	};
}

function firstOf(
	payload: IDataObject,
	names: readonly string[],
	read: (text: string) => string | null,
): string | null {
	for (const name of names) {
		const text = textOf(payload[name]);
		const value = text === null ? null : read(text);
		if (value !== null) return value;
	}
	return null;
}

/** Ids and texts may be numbers. */
function textOf(value: unknown): string | null {
	if (typeof value === 'string') return value;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** E.164 where the number can be read, else as it came. */
export function toE164(value: string): string {
	try {
		return parsePhoneNumber(value);
	} catch {
		return value;
	}
}

/** A day and a time, as opposed to a time alone, which would be read as one of today. */
const DAY_AND_TIME = /^\d{4}-\d{2}-\d{2}[T ].{4,36}$/;
/** Seconds or milliseconds since 1970, from 2001 to 2286. */
const EPOCH_SECONDS = /^\d{10}(\.\d{1,9})?$/;
const EPOCH_MILLISECONDS = /^\d{13}$/;

function toUtc(value: string): string | null {
	const text = value.trim();
	const written = fromEpoch(text) ?? text;
	if (!DAY_AND_TIME.test(written)) return null;
	try {
		return readDateTime(written, 'timestamp', { timezone: 'utc' }) ?? null;
	} catch {
		return null;
	}
}

function fromEpoch(text: string): string | undefined {
	if (EPOCH_MILLISECONDS.test(text)) return new Date(Number(text)).toISOString();
	if (!EPOCH_SECONDS.test(text)) return undefined;
	return new Date(Math.round(Number(text) * 1000)).toISOString();
}
