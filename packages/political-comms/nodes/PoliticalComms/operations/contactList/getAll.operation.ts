import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { ofBrand, ofOrganization, filtersOf } from '../../fields/filters';

/** Contact lists (contract: listContactLists). */
export const getContactLists = getMany({
	resource: 'contactList',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many contact lists',
	description:
		'Get many contact lists. For counts and the state of import and analysis, get the single list.',
	fields: [filtersOf(ofBrand, ofOrganization)],
	request: ({ filters }) => ({
		endpoint: endpoints.listContactLists,
		query: { organization_id: filters.organizationId, brand_id: filters.brandId },
	}),
	rows,
	simplify: simple.contactList,
});
