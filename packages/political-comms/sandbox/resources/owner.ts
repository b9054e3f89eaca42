import type { Account } from '../account/account';
import type { ApiKey } from '../account/keys';
import { Refusal } from '../requests/refusal';

/**
 * The organization and brand that something new belongs to: the named ones, else those of the key.
 *
 * @throws ApiError when they are not of the key, or do not belong together
 */
export function ownerOf(
	{ organizations, registry }: Account,
	{ orgId: top }: ApiKey,
	named: { organization_id?: string; brand_id?: string },
): { orgId: string; brandId: string | null } {
	const { organization_id: orgId, brand_id: brandId = null } = named;
	if (orgId !== undefined) organizations.refuseForeign(top, orgId);
	if (brandId === null) return { orgId: orgId ?? top, brandId };
	const brand = registry.brand(brandId);
	const isSeen = brand !== undefined && organizations.isBelow(brand.orgId, top);
	if (!isSeen || brand.orgId !== (orgId ?? brand.orgId)) throw new Refusal('BRAND_ORG_MISMATCH');
	return { orgId: brand.orgId, brandId };
}
