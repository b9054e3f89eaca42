import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';

/** contract: listBrands */
export function listBrands(account: Account, call: Call<unknown>) {
	const orgIds = scopeOf(account, call, call.query.organization_id);
	return good(
		account.registry.brands
			.filter(({ orgId }) => orgIds.has(orgId))
			.map(({ id, name, orgId, tcrId, identityStatus, createdAt }) => ({
				id,
				brand_name: name,
				org_id: orgId,
				org_name: account.organizations.name(orgId),
				tcr_brand_id: tcrId,
				status: tcrId === null ? 'pending' : 'active',
				identity_status: identityStatus,
				notes: null,
				created_at: createdAt,
			})),
	);
}
