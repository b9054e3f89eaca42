import type { JsonObject, Picker } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { scheduleRows } from '../api/rows';
import { entry } from './entry';

/** Schedules with their state, how they send and when, e.g. "Friday tasting – on, blast, Fri 17:15". */
export const schedules: Picker = {
	endpoint: endpoints.listSchedules,
	rows: scheduleRows,
	option(schedule) {
		const { status, send_type: sendType } = schedule;
		if (status === 'archive') return undefined;
		return entry('Schedule', schedule, [status, sendType, whenOf(schedule)]);
	},
};

function whenOf({ is_repeating, send_date, days_of_week, send_time }: JsonObject): string {
	const days =
		is_repeating === true ? shortDays(days_of_week) : String(send_date ?? '').slice(0, 10);
	return [days, send_time].filter((part) => part).join(' ');
}

/** "Mon Fri" from `{ monday: true, friday: true, sunday: false }`. */
function shortDays(days: unknown): string {
	return Object.entries((days ?? {}) as JsonObject)
		.filter(([, isOn]) => isOn === true)
		.map(([day]) => day.charAt(0).toUpperCase() + day.slice(1, 3))
		.join(' ');
}
