import { perItem, optionsField } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { unwrap } from '../../api/unwrap';
import { scheduleIdField } from '../../fields/schedule';
import { STATUSES } from './status';

const RESTORE = 'restore';

const statusField = optionsField('status', {
	displayName: 'Status',
	default: 'draft',
	description:
		'New status of the schedule. On texts people. The status of a completed schedule cannot change.',
	options: [
		...STATUSES,
		{
			name: 'Restore From Archive',
			value: RESTORE,
			description: 'Restores an archived schedule as a draft, which texts nobody',
		},
	],
});

/** Puts a schedule into another state (contract: updateSchedule, archiveSchedule). */
export const setScheduleStatus = perItem({
	resource: 'schedule',
	operation: 'setStatus',
	name: 'Set Status',
	action: 'Set the status of a schedule',
	description:
		'Switching it on texts its audiences when due. Switch a schedule on or off, or restore it.',
	fields: [scheduleIdField('The schedule to switch'), statusField],
	request: ({ scheduleId, status }) => ({
		endpoint: endpoints.updateSchedule,
		pathParameters: { id: scheduleId },
		body: { status: status === RESTORE ? 'draft' : status },
	}),
	output: unwrap('schedule'),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
