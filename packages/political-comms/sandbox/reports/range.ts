import type { Account } from '../account/account';
import { Refusal } from '../requests/refusal';

const DAY_MS = 24 * 3_600_000;
const MAX_DAYS = 31; // contract: x-limits.stats_range_days

/** Days of a report, in UTC, as the zone is not stated; both ends count. */
export interface DayRange {
	holds(at: number): boolean;
	/** contract: DateRange */
	form: { startDate: string; endDate: string };
}

/**
 * The days that a query asks for.
 *
 * @throws ApiError when they are no days, the wrong way round, too many, or too long ago
 */
export function dayRange(
	{ clock }: Account,
	query: Record<string, string | undefined>,
	maxAgeDays: number,
): DayRange {
	const { startDate = '', endDate = '' } = query;
	const [start, end] = [startDate, endDate].map((day) => Date.parse(`${day}T00:00:00Z`));
	if ([start, end].some((at, index) => dayOf(at) !== [startDate, endDate][index])) {
		throw new Refusal('INVALID_DATE_FORMAT', { status: 400 });
	}
	if (end < start) {
		throw new Refusal('VALIDATION_ERROR', { text: 'endDate is before startDate', status: 400 });
	}
	if ((end - start) / DAY_MS >= MAX_DAYS) throw new Refusal('RANGE_TOO_LARGE', { status: 400 });
	if (start < clock.now() - (maxAgeDays + 1) * DAY_MS) {
		throw new Refusal('RANGE_TOO_OLD', { status: 400 });
	}
	return {
		holds: (at) => at >= start && at < end + DAY_MS,
		form: { startDate, endDate },
	};
}

/** The UTC day of a moment, YYYY-MM-DD; nothing of no moment. */
export function dayOf(at: number): string {
	return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
}
