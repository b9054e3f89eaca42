import { perItem } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { simple } from '../../api/simple';
import { one } from '../../fields/one';

/** The counters of one project (contract: getProjectStats). */
export const getProjectStats = perItem({
	resource: 'project',
	operation: 'getStats',
	name: 'Get Stats',
	action: 'Get the stats of a project',
	description: 'Get how many texts, deliveries, replies, clicks and opt-outs a project has',
	fields: [one('projectId', 'The project to get the counts of')],
	request: ({ projectId }) => ({
		endpoint: endpoints.getProjectStats,
		pathParameters: { id: projectId },
	}),
	output: dataOf,
	simplify: simple.projectStats,
});
