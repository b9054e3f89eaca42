import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { scheduleRows } from '../../api/rows';
import { simple } from '../../api/simple';

/** The schedules of the account (contract: listSchedules). */
export const getSchedules = getMany({
	resource: 'schedule',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many schedules',
	description: 'Get many schedules. Archived ones are returned only if you filter for them.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'on',
				description: 'Return only schedules with this status',
				options: [
					{ name: 'Archived', value: 'archive' },
					{ name: 'Completed', value: 'complete' },
					{ name: 'Draft', value: 'draft' },
					{ name: 'Off', value: 'off' },
					{ name: 'On', value: 'on' },
				],
			}),
		]),
	],
	request: ({ filters: { status } }) => ({
		endpoint: endpoints.listSchedules,
		query: { status },
	}),
	rows: scheduleRows,
	simplify: simple.schedule,
});
