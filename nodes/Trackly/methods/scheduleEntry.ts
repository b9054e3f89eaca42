import type { JsonObject } from '../../../kernel';

/**
 * How a dropdown shows a schedule: its name, its state, how it sends and when, e.g.
 * "Friday tasting – on, blast, Fri 17:15".
 */
export function scheduleEntry(schedule: JsonObject): { name: string; value: string } {
	const { id, name, status, send_type: sendType } = schedule;
	const facts = [status, sendType, whenOf(schedule)].filter((fact) => fact);
	return {
		name: [name ?? 'Schedule', facts.join(', ')].filter((part) => part).join(' – '),
		value: String(id),
	};
}

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
