import type { Resource } from '../../../../../../kernel';
import { copyProject } from './copy.operation';
import { createProject } from './create.operation';
import { getProject } from './get.operation';
import { getProjects } from './getAll.operation';
import { getAllProjectStats } from './getAllStats.operation';
import { getProjectStats } from './getStats.operation';
import { getProjectThroughput } from './getThroughput.operation';
import { scheduleProject } from './schedule.operation';
import { sendTestOfProject } from './sendTest.operation';
import { unscheduleProject } from './unschedule.operation';
import { updateProject } from './update.operation';

/** What can be done about a project, which is one broadcast, in the editor's order (alphabetical, as n8n wants it). */
export const projectResource: Resource = {
	value: 'project',
	name: 'Project',
	defaultOperation: getProjects,
	operations: [
		copyProject,
		createProject,
		getProject,
		getProjects,
		getAllProjectStats,
		getProjectStats,
		getProjectThroughput,
		scheduleProject,
		sendTestOfProject,
		unscheduleProject,
		updateProject,
	],
};
