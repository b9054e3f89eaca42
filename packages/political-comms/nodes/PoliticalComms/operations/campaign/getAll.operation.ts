import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { ofBrand, ofOrganization, filtersOf } from '../../fields/filters';

/** 10DLC campaigns of the account (contract: listCampaigns). */
export const getCampaigns = getMany({
	resource: 'campaign',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many 10DLC campaigns',
	description: 'Get many 10DLC campaigns, the registrations that texts are sent under',
	fields: [filtersOf(ofBrand, ofOrganization)],
	request: ({ filters }) => ({
		endpoint: endpoints.listCampaigns,
		query: { organization_id: filters.organizationId, brand_id: filters.brandId },
	}),
	rows,
	simplify: simple.campaign,
});
