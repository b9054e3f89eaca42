import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** Takes a project off the schedule (contract: unscheduleProject). */
export const unscheduleProject = perItem({
	resource: 'project',
	operation: 'unschedule',
	name: 'Unschedule',
	action: 'Unschedule a project',
	description:
		'Take a project off the schedule. Whether this stops one that is being sent already is not published.',
	fields: [one('projectId', 'The project to take off the schedule')],
	request: ({ projectId }) => ({
		endpoint: endpoints.unscheduleProject,
		pathParameters: { id: projectId },
	}),
	output: (body, { pathParameters }) => ({ project_id: pathParameters?.id, ...dataOf(body) }),
	simplify: simple.projectScheduled,
});
