import { getMany, optionsField } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { filtersOf, ofOrganization } from '../../fields/filters';

/** The capitals and the space are part of the API's values. */
const statusField = optionsField('status', {
	displayName: 'Status',
	default: 'Verified',
	description: 'Only verifications in this state',
	options: [
		{ name: 'Draft', value: 'draft' },
		{ name: 'In Progress', value: 'In Progress' },
		{ name: 'Rejected', value: 'Rejected' },
		{ name: 'Verified', value: 'Verified' },
	],
});

/** Toll-free verifications (contract: listTollFreeVerifications). */
export const getTollFreeVerifications = getMany({
	resource: 'tollFreeVerification',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many toll-free verifications',
	description: 'Get many toll-free verifications, which toll-free numbers are sent under',
	fields: [filtersOf(ofOrganization, statusField)],
	request: ({ filters: { organizationId, status } }) => ({
		endpoint: endpoints.listTollFreeVerifications,
		query: { organization_id: organizationId, status },
	}),
	rows,
	simplify: simple.tollFreeVerification,
});
