import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { Brand } from '../../seed/brands';
import type { Organization } from '../../seed/organizations';
import { callerOf, good } from '../scope';

/** contract: getHierarchy */
export function getHierarchy(account: Account, call: Call<unknown>) {
	const { organizations } = account;
	const { orgId } = callerOf(account, call);
	const named = call.query.organizationId;
	if (named !== undefined) organizations.refuseForeign(orgId, named);
	return good(nodeOf(account, organizations.get(named ?? orgId), account.generation(), true));
}

/** contract: HierarchyNode; the first SDK had other names for two fields */
function nodeOf(
	account: Account,
	{ id, name, parentId, createdAt }: Organization,
	generation: 'docs' | 'sdk',
	isRoot: boolean,
): object {
	const children = account.organizations
		.children(id)
		.map((child) => nodeOf(account, child, generation, false));
	return {
		id,
		...(generation === 'docs' ? { display_name: name } : { name }),
		parentId: isRoot ? null : parentId,
		status: 'active',
		contactEmail: 'ops@example.org',
		contactFirstName: 'Noor',
		contactLastName: 'Haddad',
		createdAt,
		updatedAt: createdAt,
		brands: account.registry.brands
			.filter(({ orgId }) => orgId === id)
			.map((brand) => brandNode(account, brand)),
		...(generation === 'docs' ? { children } : { childOrganizations: children }),
	};
}

/** contract: HierarchyBrand, HierarchyCampaign */
function brandNode({ registry }: Account, { id, name, orgId, createdAt }: Brand): object {
	return {
		id,
		name,
		status: 'active',
		organizationId: orgId,
		createdAt,
		updatedAt: createdAt,
		campaigns: registry.campaigns
			.filter(({ brandId }) => brandId === id)
			.map((campaign) => ({
				id: campaign.id,
				name: campaign.name,
				status: 'active',
				createdAt: campaign.createdAt,
				updatedAt: campaign.createdAt,
			})),
	};
}
