import type { Resource } from '../../../../../../kernel';
import { getProject } from './get.operation';
import { getProjects } from './getAll.operation';
import { getAllProjectStats } from './getAllStats.operation';
import { getProjectStats } from './getStats.operation';
import { getProjectThroughput } from './getThroughput.operation';

/** What can be done about a project, which is one broadcast, in the editor's order (alphabetical, as n8n wants it). */
export const projectResource: Resource = {
	value: 'project',
	name: 'Project',
	defaultOperation: getProjects,
	operations: [getProject, getProjects, getAllProjectStats, getProjectStats, getProjectThroughput],
};
