import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** One project (contract: getProject). */
export const getProject = perItem({
	resource: 'project',
	operation: 'get',
	name: 'Get',
	action: 'Get a project',
	description:
		'Get a project with its state, message, lists, recipients and estimated cost, and why it is paused',
	fields: [one('projectId', 'The project to get')],
	request: ({ projectId }) => ({
		endpoint: endpoints.getProject,
		pathParameters: { id: projectId },
	}),
	output: dataOf,
	simplify: simple.project,
});
