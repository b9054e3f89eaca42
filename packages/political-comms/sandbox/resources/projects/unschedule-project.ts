import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { stop } from '../../projects/life';
import { isChangeable, notNow } from '../../projects/states';
import { good, scopeOf } from '../scope';

/** contract: unscheduleProject; harmless to repeat */
export function unscheduleProject(account: Account, call: Call<unknown>) {
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	const at = account.clock.stamp();
	if (!isChangeable(project)) {
		if (project.status !== 'scheduled') throw notNow('The project is not scheduled');
		stop(account, project);
		Object.assign(project, {
			status: 'awaiting_test',
			scheduledAt: null,
			scheduledZone: null,
			updatedAt: at,
		});
		account.didDo('project_unscheduled', project.id);
	}
	const { id, status } = project;
	return good(
		account.generation() === 'docs'
			? { id, status, scheduled_at: null, scheduled_timezone: null }
			: { project_id: id, status, unscheduled_at: at },
	);
}
