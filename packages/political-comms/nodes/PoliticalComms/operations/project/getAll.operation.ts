import { getMany, optionsField } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { filtersOf, ofBrand, ofCampaign, ofOrganization } from '../../fields/filters';

const typeField = optionsField('type', {
	displayName: 'Type',
	default: 'broadcast',
	description: 'Only projects of this type',
	options: [
		{ name: 'Broadcast', value: 'broadcast' },
		{ name: 'Survey', value: 'survey' },
	],
});

/** Projects (contract: listProjects). */
export const getProjects = getMany({
	resource: 'project',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many projects',
	description:
		'Get many projects with their state and lists; filter by state or date with a Filter node',
	fields: [filtersOf(ofBrand, ofCampaign, ofOrganization, typeField)],
	request: ({ filters }) => ({
		endpoint: endpoints.listProjects,
		query: {
			organization_id: filters.organizationId,
			brand_id: filters.brandId,
			campaign_id: filters.campaignId,
			type: filters.type,
		},
	}),
	rows,
	simplify: simple.project,
});
