import { getMany, optionsField } from '../../../../../../kernel';
import { atOnce } from '../../api/days';
import { endpoints } from '../../api/endpoints';
import { projectStatsRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { END_DATE, endDateField, startDateField } from '../../fields/days';
import { filtersOf, ofBrand, ofCampaign, ofOrganization } from '../../fields/filters';

const statusField = optionsField('status', {
	displayName: 'Status',
	default: 'completed',
	description: 'Only projects in this group of states',
	options: [
		{ name: 'Active', value: 'active' },
		{ name: 'All', value: 'all' },
		{ name: 'Completed', value: 'completed' },
		{ name: 'Draft', value: 'draft' },
		{ name: 'Paused', value: 'paused' },
	],
});

/** Projects of a range of days with their counts (contract: getAllProjectStats). */
export const getAllProjectStats = getMany({
	resource: 'project',
	operation: 'getAllStats',
	name: 'Get Many Stats',
	action: 'Get the stats of many projects',
	description: 'Get the counts and costs of all projects of up to 31 days, up to 90 days back',
	fields: [
		startDateField,
		endDateField,
		filtersOf(ofBrand, ofCampaign, ofOrganization, statusField),
	],
	request: ({ startDate, endDate, filters }) => {
		const { start, end } = atOnce({ start: startDate, end: endDate }, END_DATE);
		return {
			endpoint: endpoints.getAllProjectStats,
			query: {
				startDate: start,
				endDate: end,
				organizationId: filters.organizationId,
				brandId: filters.brandId,
				campaignId: filters.campaignId,
				status: filters.status,
			},
		};
	},
	rows: projectStatsRows,
	simplify: simple.projectStatsRow,
});
