import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { start } from '../../projects/life';
import type { Project } from '../../projects/project';
import { centsOf, recipientCount } from '../../projects/recipients';
import { notNow, refusePausedSending, refuseRunningAnalysis } from '../../projects/states';
import { invalid, Refusal } from '../../requests/refusal';
import { good, scopeOf } from '../scope';

/** contract: ProjectSchedule */
interface Body {
	scheduled_at: string;
	scheduled_timezone: string;
	daily_cap_bypass?: boolean;
}

/** contract: scheduleProject */
export function scheduleProject(account: Account, call: Call<Body>) {
	const { body } = call;
	const project = account.projects.find(call.params.id, scopeOf(account, call));
	const at = Date.parse(body.scheduled_at);
	if (Number.isNaN(at)) throw invalid('scheduled_at', 'is not a date');
	refusePausedSending(account);
	refuseRunningAnalysis(account, project);
	refuseState(account, project);
	const left = recipientCount(account, project) - project.sentTo.size;
	if (left * centsOf(project) > account.settings.balanceCents) {
		throw new Refusal('INSUFFICIENT_BALANCE', { status: 402 });
	}
	Object.assign(project, {
		status: 'scheduled',
		scheduledAt: new Date(at).toISOString(),
		scheduledZone: body.scheduled_timezone,
		dailyCapBypass: body.daily_cap_bypass ?? false,
		pauseReason: null,
		autoPaused: false,
		updatedAt: account.clock.stamp(),
	});
	account.didDo('project_scheduled', project.id);
	const form = scheduledForm(account, project);
	start(account, project);
	return good(form);
}

/** Which states allow it is not published; these are ours. */
function refuseState({ switches }: Account, { status, isTested, listIds }: Project): void {
	if (listIds.length === 0) throw notNow('The project has no contact list');
	if (!['awaiting_test', 'scheduled', 'paused'].includes(status)) {
		throw notNow('The project cannot be scheduled in its current state');
	}
	if (switches.testRequired && !isTested) throw notNow('The project was not tested');
}

/** contract: ProjectScheduled */
function scheduledForm(account: Account, project: Project): object {
	return {
		...(account.generation() === 'docs' ? { id: project.id } : { project_id: project.id }),
		status: project.status,
		scheduled_at: project.scheduledAt,
		scheduled_timezone: project.scheduledZone,
		daily_cap_bypass: project.dailyCapBypass,
	};
}
