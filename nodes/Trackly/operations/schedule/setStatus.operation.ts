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
		'The state that the schedule is in from then on. On texts people. A completed schedule keeps its state.',
	options: [
		...STATUSES,
		{
			name: 'Restore From Archive',
			value: RESTORE,
			description: 'Brings an archived schedule back, as a draft that texts nobody',
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
		'Switch a schedule on or off, make it a draft again, or bring it back from the archive. Switching it on texts its audiences whenever it is due.',
	fields: [scheduleIdField('The schedule to switch'), statusField],
	request: ({ scheduleId, status }) => ({
		endpoint: endpoints.updateSchedule,
		pathParameters: { id: scheduleId },
		body: { status: status === RESTORE ? 'draft' : status },
	}),
	output: unwrap('schedule'),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
