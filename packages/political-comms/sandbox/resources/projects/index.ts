import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { copyProject } from './copy-project';
import { createProject } from './create-project';
import { getAllProjectStats } from './get-all-project-stats';
import { getProject } from './get-project';
import { getProjectStats } from './get-project-stats';
import { getProjectThroughput } from './get-project-throughput';
import { listProjects } from './list-projects';
import { scheduleProject } from './schedule-project';
import { testProject } from './test-project';
import { unscheduleProject } from './unschedule-project';
import { updateProject } from './update-project';

/** Projects. */
export const projectHandlers: Handlers<Account> = {
	listProjects,
	createProject,
	getAllProjectStats,
	getProject,
	updateProject,
	getProjectStats,
	getProjectThroughput,
	testProject,
	scheduleProject,
	unscheduleProject,
	copyProject,
};
