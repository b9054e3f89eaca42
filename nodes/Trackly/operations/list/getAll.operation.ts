import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { listRows } from '../../api/rows';

/** The sending lists of the account (contract: listLists). */
export const getLists = getMany({
	resource: 'list',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many sending lists',
	description: 'Get many sending lists. Deleted ones are returned only if you filter for them.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Return only lists with this status',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Deleted', value: 'deleted' },
					{ name: 'Paused', value: 'paused' },
					{ name: 'Suspended', value: 'suspended' },
				],
			}),
		]),
	],
	request: ({ filters: { status } }) => ({ endpoint: endpoints.listLists, query: { status } }),
	rows: listRows,
});
