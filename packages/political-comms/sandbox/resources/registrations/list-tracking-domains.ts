import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import type { TrackingDomain } from '../../seed/domains';
import { good, scopeOf } from '../scope';

const AT = '2026-01-31T09:00:00Z';

/** contract: listTrackingDomains; own ones, and those from above */
export function listTrackingDomains(account: Account, call: Call<unknown>) {
	const orgIds = scopeOf(account, call, call.query.organization_id);
	const generation = account.generation();
	return good(
		account.registry.domains.map((domain) =>
			generation === 'docs' ? firstForm(account, domain, orgIds) : row(domain, orgIds),
		),
	);
}

/** contract: TrackingDomain */
function row({ id, domain, orgId }: TrackingDomain, orgIds: ReadonlySet<string>): object {
	if (orgId === null || !orgIds.has(orgId)) return { id, domain, source: 'inherited' };
	const at = { verified_at: AT, created_at: AT };
	return { id, domain, source: 'own', status: 'active', ...at, notes: null };
}

/** contract: the first SDK had the organization and no source */
function firstForm(
	{ organizations }: Account,
	{ id, domain, orgId }: TrackingDomain,
	orgIds: ReadonlySet<string>,
): object {
	const owner = orgId ?? [...orgIds][0];
	const org = { org_id: owner, org_name: organizations.name(owner) };
	return { id, domain, ...org, status: 'active', created_at: AT };
}
