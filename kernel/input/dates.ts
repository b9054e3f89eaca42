import { DateTime } from 'luxon';

import { InputError } from './inputError';
import { isEmpty, type Reader } from './read';

/**
 * A moment as ISO 8601 in UTC, e.g. `2026-03-10T06:00:00Z`, with milliseconds only where there are any:
 * from ISO, SQL, RFC 2822 or HTTP text, a Date or a Luxon DateTime.
 *
 * @throws InputError `invalid_date`, also for a time or a month alone and for years of other calendars
 */
export const readDateTime: Reader<string | undefined> = (raw, label, { timezone }) => {
	if (isEmpty(raw)) return undefined;
	const moment = parseMoment(raw, timezone);
	const iso = moment?.toUTC().toISO({ suppressMilliseconds: true });
	if (typeof iso === 'string') return iso;
	throw new InputError(
		label,
		'invalid_date',
		'is not a valid date and time',
		'Enter a date and time such as 2026-03-02T16:20:00Z.',
	);
};

/**
 * A calendar day as `YYYY-MM-DD`, from whatever `readDateTime` takes.
 *
 * The day is the one that is written, in whatever zone; also that of midnight in UTC, which is how
 * APIs write a bare day. Any other time in UTC (and so a Date) is a moment: its day is the
 * workflow zone's.
 *
 * @throws InputError `invalid_date`
 */
export const readDay: Reader<string | undefined> = (raw, label, { timezone }) => {
	if (isEmpty(raw)) return undefined;
	const written = parseMoment(raw, timezone, { setZone: true });
	const isMoment = written?.zoneName === 'UTC' && !written.equals(written.startOf('day'));
	const day = (isMoment ? written.setZone(timezone) : written)?.toISODate();
	if (typeof day === 'string') return day;
	throw new InputError(
		label,
		'invalid_date',
		'is not a valid date',
		'Enter a date such as 2026-05-04.',
	);
};

/** A moment in a year that is one of our calendar; the years of others lie centuries apart. */
export function isOurs({ year }: DateTime): boolean {
	return year >= 1900 && year < 2200;
}

function parseMoment(
	raw: unknown,
	zone: string,
	options: { setZone?: boolean } = {},
): DateTime | undefined {
	const moment = momentOf(raw, zone, options);
	return moment?.isValid && isOurs(moment) ? moment : undefined;
}

/**
 * The moment that is meant, of whatever calendar its year is: `undefined` where none is named.
 *
 * @param zone of texts without one
 * @param options `setZone` keeps the offset that is written
 */
export function momentOf(
	raw: unknown,
	zone: string,
	options: { setZone?: boolean },
): DateTime | undefined {
	if (raw instanceof Date) return DateTime.fromJSDate(raw, { zone: 'utc' });
	// n8n passes DateTime objects of another copy of Luxon, so `instanceof` would miss them.
	if (isMomentLike(raw)) return DateTime.fromMillis(raw.toMillis(), { zone: raw.zoneName ?? zone });
	if (typeof raw !== 'string') return undefined;
	const text = raw.trim();
	const parsers = WITH_DAY.test(text)
		? [DateTime.fromISO, DateTime.fromSQL]
		: [DateTime.fromRFC2822, DateTime.fromHTTP];
	const written = parsers
		.map((parse) => parse(text, { zone, setZone: true }))
		.find((moment) => moment.isValid);
	// Luxon takes any offset, and no clock is further from UTC than this.
	if (written === undefined || Math.abs(written.offset) > MAX_OFFSET) return undefined;
	return options.setZone === true ? written : written.setZone(zone);
}

/** Minutes. */
const MAX_OFFSET = 14 * 60;

/**
 * ISO and SQL texts that name a day: a time alone would be one of today, a month alone its first day,
 * and 24:00 belongs to two days. Digits alone could be a year, a day or seconds since some epoch.
 */
const WITH_DAY = /^\d{4}(?:-\d\d-\d\d|-\d{3}|-W\d\d-\d|\d{4}(?=T))(?:$|[T ](?!24))/;

function isMomentLike(value: unknown): value is { toMillis(): number; zoneName?: string } {
	return (
		typeof value === 'object' &&
		value !== null &&
		'toMillis' in value &&
		typeof value.toMillis === 'function'
	);
}
