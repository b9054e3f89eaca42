import { getMany } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { messageOf } from '../../api/message';
import { messageRows } from '../../api/rows';
import { MESSAGE_STATES } from '../../api/states';
import { pagingOptions, stateFilter } from '../../fields/paging';

const filters = stateFilter(MESSAGE_STATES, 'Only messages in this state');

/** contract: listMessages. */
export const getMessages = getMany({
	resource: 'message',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get many messages, the newest first. ME-SMS does not document its path.',
	fields: [filters, pagingOptions],
	request: ({ filters: { status }, options: { rowsPerPage } }) => ({
		endpoint: endpoints.listMessages,
		query: { status, limit: rowsPerPage },
	}),
	rows: ({ filters: { status } }) => messageRows(status),
	output: messageOf,
});
