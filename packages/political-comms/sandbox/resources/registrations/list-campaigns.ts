import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';

/** contract: listCampaigns */
export function listCampaigns(account: Account, call: Call<unknown>) {
	const { organization_id, brand_id: brandId } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	const { registry, organizations } = account;
	return good(
		registry.campaigns
			.map((campaign) => ({ campaign, brand: registry.brandOf(campaign) }))
			.filter(({ brand }) => orgIds.has(brand.orgId) && (brandId ?? brand.id) === brand.id)
			.map(({ campaign, brand }) => ({
				id: campaign.id,
				name: campaign.name,
				brand_id: brand.id,
				brand_name: brand.name,
				org_id: brand.orgId,
				org_name: organizations.name(brand.orgId),
				campaign_status: 'active',
				notes: null,
				created_at: campaign.createdAt,
			})),
	);
}
