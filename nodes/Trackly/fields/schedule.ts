import { requiredById } from '../../../kernel';

/** Picker of a schedule whose value is the schedule's id. */
export const scheduleIdField = requiredById('scheduleId', {
	code: 'schedule',
	label: 'Schedule',
	one: 'a schedule',
	search: 'searchSchedules',
	example: '66b0c7a3e19a3f7708d5b1e2',
});
