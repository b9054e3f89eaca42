import type { Account } from '../account/account';
import { invalid } from '../requests/refusal';
import { refuseBadLink } from './link-rules';
import type { Project, ProjectContent } from './project';
import { refuseRunningAnalysis } from './states';

type Registration = Pick<
	Project,
	'orgId' | 'channel' | 'brandId' | 'campaignId' | 'verificationId'
>;

/** @throws ApiError when a project like this could not be sent, or not now */
export function refuseBadProject(
	account: Account,
	project: Registration & ProjectContent,
	orgIds: ReadonlySet<string>,
): void {
	refuseBadRegistration(account, project);
	refuseBadNumbers(account, project);
	for (const [field, ids] of [
		['contact_list_ids', project.listIds],
		['suppression_list_ids', project.suppressionIds],
	] as const) {
		const isMissing = (id: string) => !orgIds.has(account.lists.get(id)?.orgId ?? '');
		if (ids.some(isMissing)) throw invalid(field, 'names a list that does not exist');
	}
	refuseBadMedia(account, project, orgIds);
	refuseBadLink(account, project);
	refuseRunningAnalysis(account, project);
}

function refuseBadRegistration({ registry, organizations }: Account, project: Registration): void {
	if (project.channel === 'toll-free') {
		const verification = registry.verifications.find(({ id }) => id === project.verificationId);
		if (verification?.status !== 'Verified') {
			throw invalid('toll_free_verification_id', 'is not a verified registration');
		}
		return;
	}
	const brand = registry.brand(project.brandId);
	if (brand?.orgId !== organizations.get(project.orgId).id) {
		throw invalid('brand_id', 'is not a brand of the organization');
	}
	if (registry.campaign(project.campaignId)?.brandId !== brand.id) {
		throw invalid('campaign_id', 'is not a campaign of the brand');
	}
}

function refuseBadNumbers({ registry }: Account, project: Registration & ProjectContent): void {
	const isUsable = (id: string) => {
		const number = registry.number(id);
		if (number?.channel !== project.channel || number.status !== 'active') return false;
		return project.channel === '10dlc'
			? number.campaignId === project.campaignId
			: number.verificationId === project.verificationId;
	};
	if (!project.numberIds.every(isUsable)) {
		throw invalid(
			'phone_number_ids',
			'names a number that is not of this campaign or verification',
		);
	}
}

function refuseBadMedia(
	account: Account,
	{ protocol, mediaIds }: ProjectContent,
	orgIds: ReadonlySet<string>,
): void {
	if (protocol === 'sms' && mediaIds.length > 0) throw invalid('media_ids', 'needs protocol mms');
	const isReady = (id: string) => {
		const file = account.media.get(id);
		return file?.status === 'ready' && orgIds.has(file.orgId);
	};
	if (!mediaIds.every(isReady)) throw invalid('media_ids', 'names a file that is not ready');
}
