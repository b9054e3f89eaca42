import { DateTime } from 'luxon';
import type { Schedule } from '../catalogue/schedules';

const UTC = { zone: 'utc' };
const DAYS_LOOKED_AHEAD = 8; // a week, and today's time may have passed

/**
 * When a schedule sends next; undefined when it has nothing left or names a day that does not
 * exist. A one-time schedule may be due in the past. Times are read as UTC, also with `use_local_time` (ours).
 */
export function nextDue(schedule: Schedule, now: Date): Date | undefined {
	if (!schedule.is_repeating) {
		const due = atSendTime(schedule, dayOf(schedule.send_date));
		return due.isValid ? due.toJSDate() : undefined;
	}
	const today = DateTime.fromJSDate(now, UTC).startOf('day');
	const from = DateTime.max(today, dayOf(schedule.start_date));
	const end = dayOf(schedule.end_date);
	if (!from.isValid || !end.isValid) return undefined;
	for (let days = 0; days < DAYS_LOOKED_AHEAD; days += 1) {
		const day = from.plus({ days });
		if (day > end) return undefined;
		const due = atSendTime(schedule, day).toJSDate();
		if (schedule.days_of_week?.[weekday(day)] && due > now) return due;
	}
	return undefined;
}

function dayOf(date: string | null): DateTime {
	return DateTime.fromISO(date ?? '', UTC).startOf('day');
}

function atSendTime({ send_time: time }: Schedule, day: DateTime): DateTime {
	const [hour, minute] = time.split(':').map(Number);
	return day.set({ hour, minute });
}

function weekday(day: DateTime): string {
	return day.setLocale('en').toFormat('cccc').toLowerCase();
}
