import { getMany, required } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { recipientOf } from '../../api/recipient';
import { recipientRows } from '../../api/rows';
import { STATES } from '../../api/states';
import { pagingOptions, stateFilter } from '../../fields/paging';
import { uuidField } from '../../fields/uuid';

const filters = stateFilter(STATES, 'Only numbers in this state');

/** contract: listRecipients. */
export const getRecipients = getMany({
	resource: 'recipient',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many recipients of a message',
	description: 'Get the numbers of a message, each with its delivery state',
	fields: [required(uuidField), filters, pagingOptions],
	request: ({ uuid, filters: { status }, options: { rowsPerPage } }) => ({
		endpoint: endpoints.listRecipients,
		pathParameters: { uuid },
		query: { status, limit: rowsPerPage },
	}),
	rows: ({ filters: { status } }) => recipientRows(status),
	output: recipientOf,
	file: {
		columns: ['msisdn', 'status'],
		facts: ({ uuid }) => ({ uuid }),
		nameOf: ({ uuid }) => `recipients-${uuid}`,
	},
});
