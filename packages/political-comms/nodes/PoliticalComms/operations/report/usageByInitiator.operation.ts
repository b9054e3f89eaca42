import { gather } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { usageByInitiator, usageByInitiatorAndDay } from '../../api/reports/usage';
import { endDateField, startDateField } from '../../fields/days';
import { filtersOf, ofOrganization } from '../../fields/filters';
import { combineField, normalizeField, reportsIn, requestsFor } from './fields';

/** What was billed, by the organization that caused it (contract: getLedgerUsageByInitiator). */
export const getUsageByInitiator = gather({
	resource: 'report',
	operation: 'usageByInitiator',
	name: 'Get Usage by Initiator',
	action: 'Get billed usage by initiator',
	description:
		'Get what was billed over any number of days, one item for each organization that caused it',
	fields: [startDateField, endDateField, normalizeField, combineField, filtersOf(ofOrganization)],
	requests: ({ filters: { organizationId }, ...asked }) =>
		requestsFor(endpoints.getLedgerUsageByInitiator, asked, { organizationId }),
	output(bodies, { startDate, endDate, normalize, combine }) {
		const reports = reportsIn(bodies);
		if (normalize !== true) return reports;
		if (combine === 'days') return usageByInitiatorAndDay(reports);
		return usageByInitiator(reports, { start: startDate, end: endDate });
	},
});
