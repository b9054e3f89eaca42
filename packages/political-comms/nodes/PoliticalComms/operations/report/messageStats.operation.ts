import { gather } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { messagesByDay, messageTotals } from '../../api/reports/messageStats';
import { endDateField, startDateField } from '../../fields/days';
import { filtersOf, ofBrand, ofCampaign, ofOrganization } from '../../fields/filters';
import { combineField, normalizeField, reportsIn, requestsFor } from './fields';

/** How many messages were sent, delivered and answered (contract: getMessageStats). */
export const getMessageStats = gather({
	resource: 'report',
	operation: 'messageStats',
	name: 'Get Message Stats',
	action: 'Get message stats',
	description: 'Get how many texts were sent, delivered and replied to, over any number of days',
	fields: [
		startDateField,
		endDateField,
		normalizeField,
		combineField,
		filtersOf(ofBrand, ofCampaign, ofOrganization),
	],
	requests: ({ filters: { organizationId, brandId, campaignId }, ...asked }) =>
		requestsFor(endpoints.getMessageStats, asked, { organizationId, brandId, campaignId }),
	output(bodies, { startDate, endDate, normalize, combine }) {
		const reports = reportsIn(bodies);
		if (normalize !== true) return reports;
		if (combine === 'days') return messagesByDay(reports);
		return messageTotals(reports, { start: startDate, end: endDate });
	},
});
