import type { Resource } from '../../../../kernel/n8n/describe';
import { archiveSchedule } from './archive';
import { createSchedule } from './create';
import { getSchedule } from './get';
import { getSchedules } from './getAll';
import { setScheduleStatus } from './setStatus';
import { updateSchedule } from './update';

/** What can be done about a schedule, in the editor's order (alphabetical, as n8n wants it). */
export const scheduleResource: Resource = {
	value: 'schedule',
	name: 'Schedule',
	defaultOperation: getSchedules,
	operations: [
		archiveSchedule,
		createSchedule,
		getSchedule,
		getSchedules,
		setScheduleStatus,
		updateSchedule,
	],
};
