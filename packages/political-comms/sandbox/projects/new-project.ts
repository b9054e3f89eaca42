import type { Account } from '../account/account';
import type { Project, ProjectContent } from './project';
import { stateOf } from './states';

type Registration = Pick<
	Project,
	'orgId' | 'initiatorId' | 'channel' | 'brandId' | 'campaignId' | 'verificationId'
>;

/** A project that was never scheduled. */
export function newProject(
	{ ids, clock }: Account,
	registration: Registration,
	content: ProjectContent,
): Project {
	const at = clock.stamp();
	return {
		id: ids.next('prj'),
		...registration,
		...content,
		status: stateOf(content),
		scheduledAt: null,
		scheduledZone: null,
		dailyCapBypass: false,
		pauseReason: null,
		autoPaused: false,
		isTested: false,
		sentTo: new Set(),
		createdAt: at,
		updatedAt: at,
		completedAt: null,
	};
}
