import { gather } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { usageByOrganization } from '../../api/reports/usage';
import { endDateField, startDateField } from '../../fields/days';
import { filtersOf, ofBrand, ofCampaign, ofOrganization } from '../../fields/filters';
import { normalizeField, reportsIn, requestsFor } from './fields';

/** What was billed, by organization (contract: getLedgerUsage). */
export const getUsage = gather({
	resource: 'report',
	operation: 'usage',
	name: 'Get Usage',
	action: 'Get billed usage',
	description: 'Get what was billed over any number of days, one item for each organization',
	fields: [
		startDateField,
		endDateField,
		normalizeField,
		filtersOf(ofBrand, ofCampaign, ofOrganization),
	],
	requests: ({ filters: { organizationId, brandId, campaignId }, ...asked }) =>
		requestsFor(endpoints.getLedgerUsage, asked, { organizationId, brandId, campaignId }),
	output(bodies, { startDate, endDate, normalize }) {
		const reports = reportsIn(bodies);
		if (normalize !== true) return reports;
		return usageByOrganization(reports, { start: startDate, end: endDate });
	},
});
