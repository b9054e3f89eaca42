import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';

/** contract: listProjects; surveys cannot be made by the API, so there are none */
export function listProjects(account: Account, call: Call<unknown>) {
	const { organization_id, brand_id, campaign_id, type = 'broadcast' } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	const { registry, organizations } = account;
	return good(
		account.projects
			.all()
			.filter(
				({ orgId, brandId, campaignId }) =>
					type === 'broadcast' &&
					orgIds.has(orgId) &&
					(brand_id ?? brandId) === brandId &&
					(campaign_id ?? campaignId) === campaignId,
			)
			.map((project) => ({
				id: project.id,
				name: project.name,
				type: 'broadcast',
				status: project.status,
				channel: project.channel,
				campaign_id: project.campaignId,
				campaign_name: registry.campaign(project.campaignId)?.name ?? null,
				brand_id: project.brandId,
				brand_name: registry.brand(project.brandId)?.name ?? null,
				toll_free_verification_id: project.verificationId,
				contact_list_ids: project.listIds,
				org_id: project.orgId,
				org_name: organizations.name(project.orgId),
				message_text: project.messageText,
				created_at: project.createdAt,
			})),
	);
}
