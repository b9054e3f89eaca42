import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';
import { mediaFields } from './media-fields';

/** contract: listMedia */
export function listMedia(account: Account, call: Call<unknown>) {
	const { organization_id, brand_id } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	const generation = account.generation();
	return good(
		account.media
			.all()
			.filter(({ orgId, brandId }) => orgIds.has(orgId) && (brand_id ?? brandId) === brandId)
			.map((file) => ({
				id: file.id,
				...mediaFields(file, generation),
				brand_name: account.registry.brand(file.brandId)?.name ?? null,
				org_id: file.orgId,
				org_name: account.organizations.name(file.orgId),
			})),
	);
}
