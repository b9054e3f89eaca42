import type { ApiRequest, Picked } from '../../../../../kernel';

/** A list is narrowed by what is picked above it in the form, or in the same collection of filters. */
function near(picked: Picked, name: string): string | undefined {
	return picked(name) ?? picked(`filters.${name}`);
}

/** Only what belongs to the organization that is picked. */
export function byOrganization(picked: Picked): ApiRequest['query'] {
	return { organization_id: near(picked, 'organizationId') };
}

/** Only what belongs to the organization and the brand that are picked. */
export function byBrand(picked: Picked): ApiRequest['query'] {
	return { ...byOrganization(picked), brand_id: near(picked, 'brandId') };
}
