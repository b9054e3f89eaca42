import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { ofOrganization, filtersOf } from '../../fields/filters';

/** Domains that tracked links can use (contract: listTrackingDomains). */
export const getTrackingDomains = getMany({
	resource: 'trackingDomain',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many tracking domains',
	description: 'Get many domains for tracked links, your own and those shared with you',
	fields: [filtersOf(ofOrganization)],
	request: ({ filters }) => ({
		endpoint: endpoints.listTrackingDomains,
		query: { organization_id: filters.organizationId },
	}),
	rows,
	simplify: simple.trackingDomain,
});
