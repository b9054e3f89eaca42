import { perItem } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { listIdField } from '../../fields/list';

/** One sending list (contract: getList). */
export const getList = perItem({
	resource: 'list',
	operation: 'get',
	name: 'Get',
	action: 'Get a sending list',
	description: 'Get a sending list with its number, brand, status and number of active contacts',
	fields: [listIdField],
	request: ({ listId }) => ({
		endpoint: endpoints.getList,
		pathParameters: { list_id: listId },
	}),
});
