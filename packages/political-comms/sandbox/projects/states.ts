import type { Account } from '../account/account';
import { Refusal } from '../requests/refusal';
import type { Project, ProjectContent, ProjectStatus } from './project';

/** The refusal of what a state of things does not allow; its code is not published. */
export function notNow(text: string): Refusal {
	return new Refusal(undefined, { text, status: 409 });
}

/** @throws ApiError when the vendor paused sending */
export function refusePausedSending({ switches: { sending } }: Account): void {
	if (sending === 'on') return;
	throw new Refusal('SENDING_PAUSED', { status: 409, details: { scope: sending } });
}

/** @throws ApiError when the account is not set up */
export function refuseUnfinishedSetup({ switches: { onboarding } }: Account): void {
	if (onboarding === 'complete') return;
	const missingSteps = onboarding === 'both' ? ['profile', 'funding'] : [onboarding];
	throw new Refusal('ONBOARDING_INCOMPLETE', {
		status: 403,
		details: { missingSteps, onboardingUrl: '/onboarding' },
	});
}

/** @throws ApiError while a list of a project is analysed */
export function refuseRunningAnalysis(
	account: Account,
	{ listIds, suppressionIds }: Pick<ProjectContent, 'listIds' | 'suppressionIds'>,
): void {
	const lists = [...listIds, ...suppressionIds]
		.flatMap((id) => account.lists.get(id) ?? [])
		.filter(({ analysis }) => analysis.status === 'processing')
		.map(({ id, name }) => ({ id, name }));
	if (lists.length > 0) {
		throw new Refusal('LIST_ANALYSIS_IN_PROGRESS', { status: 409, details: { lists } });
	}
}

/** The state of a project that can still be changed, by what it has. */
export function stateOf({ listIds }: Pick<Project, 'listIds'>): ProjectStatus {
	return listIds.length > 0 ? 'awaiting_test' : 'draft';
}

/** Whether a project can still be changed (contract: updateProject). */
export function isChangeable({ status }: Project): boolean {
	return status === 'draft' || status === 'awaiting_test';
}
