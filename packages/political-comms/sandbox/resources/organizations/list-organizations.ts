import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { callerOf, good } from '../scope';

/** contract: listOrganizations */
export function listOrganizations(account: Account, call: Call<unknown>) {
	const { organizations } = account;
	const top = callerOf(account, call).orgId;
	return good(
		organizations.branch(top).map(({ id, name, parentId, createdAt }) => ({
			id,
			display_name: name,
			parent_org_name: parentId === null || id === top ? null : organizations.name(parentId),
			status: 'active',
			created_at: createdAt,
		})),
	);
}
