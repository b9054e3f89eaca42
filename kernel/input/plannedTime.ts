import { DateTime } from 'luxon';

import { refuseUnclearHour } from './clockChange';
import { isOurs, momentOf } from './dates';
import { InputError } from './inputError';

/** Buddhist years are 543 ahead; nobody plans that far. */
const BUDDHIST_YEARS = { from: 2400, to: 2800, ahead: 543 };

const EXAMPLE = '2027-02-14T09:30:00+07:00';

/**
 * A time to come, with the offset that was written or that of the zone, in whole seconds.
 *
 * @param zone IANA zone of what is written without one
 * @param now anything before it is past
 * @throws InputError `invalid_date`, also for a year of the Buddhist calendar or one
 *   that a change of the clock skips or repeats; `time_is_past`
 */
export function readPlannedTime(raw: unknown, label: string, zone: string, now: Date): DateTime {
	const moment = momentOf(raw, zone, { setZone: true });
	if (moment?.isValid && isBuddhist(moment)) {
		const ours = moment.year - BUDDHIST_YEARS.ahead;
		const wrong = `has the Buddhist year ${moment.year}`;
		throw new InputError(label, 'invalid_date', wrong, `Enter the year as ${ours}.`);
	}
	if (!moment?.isValid || !isOurs(moment)) {
		const advice = `Enter a date and time such as ${EXAMPLE}.`;
		throw new InputError(label, 'invalid_date', 'is not a valid date and time', advice);
	}
	refuseUnclearHour(raw, label, zone);
	// A Date has no zone.
	const planned = (raw instanceof Date ? moment.setZone(zone) : moment).startOf('second');
	if (planned.toMillis() > now.getTime()) return planned;
	const advice = 'Enter a time in the future, or leave it out to send now.';
	throw new InputError(label, 'time_is_past', `is in the past (${offsetTime(planned)})`, advice);
}

/** A moment with seconds and offset, e.g. `2027-02-14T09:30:00+07:00`. */
export function offsetTime(moment: DateTime): string {
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

function isBuddhist({ year }: DateTime): boolean {
	return year >= BUDDHIST_YEARS.from && year < BUDDHIST_YEARS.to;
}
