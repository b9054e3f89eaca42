import type { Resource } from '../../../../kernel';
import { archiveSchedule } from './archive.operation';
import { createSchedule } from './create.operation';
import { getSchedule } from './get.operation';
import { getSchedules } from './getAll.operation';
import { setScheduleStatus } from './setStatus.operation';
import { updateSchedule } from './update.operation';

/** Operations on a schedule, in the editor's order (alphabetical, as n8n wants it). */
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
