import { DateTime } from 'luxon';

import { InputError } from './inputError';
import { isEmpty, type Reader } from './read';

/** Hours of each day in which nobody is to be disturbed. */
export interface QuietHours {
	/** Minutes after midnight. */
	from: number;
	/** Minutes after midnight; before or at `from` it is the next day's. */
	until: number;
	/** IANA zone of those who are not to be disturbed. */
	zone: string;
}

/**
 * When the quiet hours that a moment falls into end, in their zone; nothing for a moment outside of them.
 * Their first minute is quiet, the minute of their end is not.
 *
 * @param moment milliseconds since 1970
 */
export function endOfQuietHours(
	moment: number,
	{ from, until, zone }: QuietHours,
): DateTime | undefined {
	const local = DateTime.fromMillis(moment, { zone });
	const minute = local.hour * 60 + local.minute;
	const isOvernight = until <= from;
	const isQuiet = isOvernight ? minute >= from || minute < until : minute >= from && minute < until;
	if (!isQuiet) return undefined;
	const day = isOvernight && minute >= from ? local.plus({ days: 1 }) : local;
	return day.startOf('day').set({ hour: Math.floor(until / 60), minute: until % 60 });
}

/**
 * A time of day, e.g. `21:00`, as minutes after midnight.
 *
 * @throws InputError `invalid_value`
 */
export const readTimeOfDay: Reader<number | undefined> = (raw, label) => {
	if (isEmpty(raw)) return undefined;
	const found = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)\s*$/.exec(String(raw));
	if (found !== null) return Number(found[1]) * 60 + Number(found[2]);
	const wrong = 'is not a time of day';
	throw new InputError(label, 'invalid_value', wrong, 'Enter hours and minutes, e.g. 21:00.');
};
