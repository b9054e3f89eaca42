import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { unwrap } from '../../api/unwrap';
import { scheduleIdField } from '../../fields/schedule';

/** One schedule (contract: getSchedule). */
export const getSchedule = perItem({
	resource: 'schedule',
	operation: 'get',
	name: 'Get',
	action: 'Get a schedule',
	description: 'Get a schedule with its status, timing, audiences and variants',
	fields: [scheduleIdField('The schedule to get')],
	request: ({ scheduleId }) => ({
		endpoint: endpoints.getSchedule,
		pathParameters: { id: scheduleId },
	}),
	output: unwrap('schedule'),
	simplify: simple.schedule,
});
