import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { ofOrganization, filtersOf } from '../../fields/filters';

/** Brands of the account (contract: listBrands). */
export const getBrands = getMany({
	resource: 'brand',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many brands',
	description: 'Get many brands, which 10DLC campaigns belong to',
	fields: [filtersOf(ofOrganization)],
	request: ({ filters }) => ({
		endpoint: endpoints.listBrands,
		query: { organization_id: filters.organizationId },
	}),
	rows,
	simplify: simple.brand,
});
