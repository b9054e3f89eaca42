import {
	booleanField,
	dayField,
	type Field,
	InputError,
	type Note,
	readBoolean,
	readList,
	readObject,
	type Reader,
	readText,
	textField,
} from '../../../../kernel';
import { DaysOfWeek } from '../../api/contract.generated/schemas';

export const isRepeatingField = booleanField('isRepeating', {
	displayName: 'Repeating',
	description: 'Whether to send on selected days of each week. When off, the schedule sends once.',
});

// Which dates are needed depends on Repeating. Here they are not marked as required: with an expression
// there, n8n would ask for all of them.
export const sendDateField = dayField('sendDate', {
	displayName: 'Send Date',
	placeholder: 'e.g. 2026-05-04',
	description: 'The day to send on',
});

export const startDateField = dayField('startDate', {
	displayName: 'Start Date',
	placeholder: 'e.g. 2026-04-01',
	description: 'The first day to send on',
});

export const endDateField = dayField('endDate', {
	displayName: 'End Date',
	placeholder: 'e.g. 2026-06-30',
	description: 'The last day to send on',
});

/** `9:05` is `09:05`; whether it is a time of day at all is for the request's check to say. */
const readTime: Reader<string | undefined> = (raw, label, scope) =>
	readText(raw, label, scope)?.trim().replace(/^\d:/, '0$&');

export const sendTimeField: Field<'sendTime', string | undefined> = {
	...textField('sendTime', {
		displayName: 'Send Time',
		required: true,
		placeholder: 'e.g. 17:15',
		description:
			'Time of day as HH:MM. US numbers are texted only from 8:00 to 21:00 local time; texts due at other times are delayed or dropped.',
	}),
	read: readTime,
};

type Days = Record<string, boolean>;

/** The days of a week, in order. */
const WEEKDAYS = Object.keys(DaysOfWeek.shape);

/**
 * Each day of the week with whether it is picked, so that none is left as it was by an update. Days
 * come as a list in any form, or as an object of switches, as the API returns them; also as its JSON.
 *
 * @throws InputError `invalid_days_of_week`
 */
const readDays: Reader<Days | undefined> = (raw, label, scope) => {
	if (raw === undefined || raw === null) return undefined;
	const picked = pickedIn(raw, label, scope).map((day) => String(day).trim().toLowerCase());
	const days: Days = Object.fromEntries(WEEKDAYS.map((day) => [day, picked.includes(day)]));
	const unknown = picked.findIndex((day) => !(day in days));
	if (unknown === -1) return days;
	const wrong = `entry ${unknown + 1} is not a day of the week such as friday`;
	throw new InputError(label, 'invalid_days_of_week', wrong);
};

const pickedIn: Reader<unknown[]> = (raw, label, scope) => {
	const isObject = typeof raw === 'string' ? /^\s*\{/.test(raw) : !Array.isArray(raw);
	if (!isObject) return readList(raw, label, scope) ?? [];
	return Object.entries(readObject(raw, label, scope) ?? {}).flatMap(([day, isOn]) =>
		readBoolean(isOn, `${label} > ${day}`, scope) === true ? [day] : [],
	);
};

export const daysOfWeekField: Field<'daysOfWeek', Days | undefined> = {
	name: 'daysOfWeek',
	property: {
		displayName: 'Days of Week',
		name: 'daysOfWeek',
		type: 'multiOptions',
		default: [],
		description: 'The days to send on',
		options: WEEKDAYS.map((day) => ({
			name: day.charAt(0).toUpperCase() + day.slice(1),
			value: day,
		})),
	},
	read: readDays,
};

/** A day as the contract's samples write it (contract: DateOrTimestamp). */
export function dayBody(day: string | undefined): string | undefined {
	return day === undefined ? undefined : `${day}T00:00:00Z`;
}

/** Hours by which a day lasts longer than in UTC, where it lasts longest. */
const LONGEST_DAY = 12;

/** Tells of days that are over everywhere, which Trackly accepts without an error. */
export function notePastDays(
	{ sendDate, endDate }: { sendDate?: string; endDate?: string },
	note: (note: Note) => void,
): void {
	const today = new Date(Date.now() - LONGEST_DAY * 3_600_000).toISOString().slice(0, 10);
	if (sendDate !== undefined && sendDate < today) {
		const text =
			'Some schedules have a Send Date in the past. Trackly does not say whether it sends them late or never';
		note({ text, about: [sendDate], warns: true });
	}
	if (endDate !== undefined && endDate < today) {
		const text = 'Some schedules have an End Date in the past, so they send nothing';
		note({ text, about: [endDate], warns: true });
	}
}

/** @throws InputError for a range that ends before it starts, or without a weekday */
export function checkTiming(values: {
	startDate?: string;
	endDate?: string;
	daysOfWeek?: Days;
}): void {
	const { startDate, endDate, daysOfWeek } = values;
	if (daysOfWeek !== undefined && !Object.values(daysOfWeek).includes(true)) {
		throw new InputError(daysOfWeekField.property.displayName, 'no_days_selected', 'is empty');
	}
	if (startDate === undefined || endDate === undefined || startDate <= endDate) return;
	throw new InputError(
		endDateField.property.displayName,
		'invalid_end_date',
		`is before "${startDateField.property.displayName}"`,
	);
}
