import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { scheduleIdField } from '../../fields/schedule';

/** Archives a schedule (contract: archiveSchedule). */
export const archiveSchedule = perItem({
	resource: 'schedule',
	operation: 'archive',
	name: 'Archive',
	action: 'Archive a schedule',
	description: 'Archive a schedule (can be restored with Set Status)',
	fields: [scheduleIdField('The schedule to archive')],
	request: ({ scheduleId }) => ({
		endpoint: endpoints.archiveSchedule,
		pathParameters: { id: scheduleId },
	}),
	output: ({ archived }, { pathParameters }) => ({ id: pathParameters?.id, archived }),
	orderingKey: ({ pathParameters }) => String(pathParameters?.id),
});
