import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';

/** contract: listContactLists; rows of the first SDK had counts and a state */
export function listContactLists(account: Account, call: Call<unknown>) {
	const { organization_id, brand_id } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	const isFirst = account.generation() === 'docs';
	return good(
		account.lists
			.all()
			.filter(({ orgId, brandId }) => orgIds.has(orgId) && (brand_id ?? brandId) === brandId)
			.map((list) => ({
				id: list.id,
				...(isFirst
					? {
							list_name: list.name,
							contact_count: list.contacts.length,
							status: list.import.status,
						}
					: { name: list.name }),
				brand_id: list.brandId,
				brand_name: account.registry.brand(list.brandId)?.name ?? null,
				org_id: list.orgId,
				org_name: account.organizations.name(list.orgId),
				created_at: list.createdAt,
			})),
	);
}
