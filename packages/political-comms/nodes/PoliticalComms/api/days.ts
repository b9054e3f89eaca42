import { DateTime } from 'luxon';

import { InputError } from '../../../../../kernel';
import { limits } from './contract.generated/limits';

/** Days from `start` to `end`, both included, as `YYYY-MM-DD`. */
export interface DayRange {
	start: string;
	end: string;
}

/** Days of a range at most; whether both ends count is not published, so both do (contract: StartDate). */
const MAX_DAYS = limits.stats_range_days;

/** Ranges of one item at most: ten years, more is a mistake in a year. */
const MAX_RANGES = 120;

/**
 * A range cut into such as the API takes, in order.
 *
 * @throws InputError `invalid_end_date`
 */
export function inParts({ start, end }: DayRange, label: string): DayRange[] {
	const parts: DayRange[] = [];
	const last = dayAt(end);
	for (let from = orderedStart(start, last, label); from <= last; ) {
		const to = DateTime.min(from.plus({ days: MAX_DAYS - 1 }), last);
		parts.push({ start: from.toISODate()!, end: to.toISODate()! });
		if (parts.length > MAX_RANGES) {
			throw new InputError(
				label,
				'invalid_end_date',
				'is more than ten years after the start date',
			);
		}
		from = to.plus({ days: 1 });
	}
	return parts;
}

/**
 * A range that the API takes in one request.
 *
 * @throws InputError `invalid_end_date`
 */
export function atOnce(range: DayRange, label: string): DayRange {
	const last = dayAt(range.end);
	const days = last.diff(orderedStart(range.start, last, label), 'days').days + 1;
	if (days <= MAX_DAYS) return range;
	throw new InputError(
		label,
		'invalid_end_date',
		`makes a range of ${days} days; the longest is ${MAX_DAYS}. Ask for one month at a time`,
	);
}

function orderedStart(start: string, last: DateTime, label: string): DateTime {
	const first = dayAt(start);
	if (first <= last) return first;
	throw new InputError(label, 'invalid_end_date', 'is before the start date');
}

function dayAt(day: string): DateTime {
	return DateTime.fromISO(day, { zone: 'utc' });
}
