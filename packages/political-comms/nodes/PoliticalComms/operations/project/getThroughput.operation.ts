import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** What carrier limits do to a project (contract: getProjectThroughput). */
export const getProjectThroughput = perItem({
	resource: 'project',
	operation: 'getThroughput',
	name: 'Get Throughput',
	action: 'Estimate the throughput of a project',
	description:
		'Estimate whether carrier limits will pause a project, and for how long. Null means not known now.',
	fields: [one('projectId', 'The project to estimate')],
	request: ({ projectId }) => ({
		endpoint: endpoints.getProjectThroughput,
		pathParameters: { id: projectId },
	}),
	output: dataOf,
	simplify: simple.projectThroughput,
});
