import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { audienceRows } from '../../api/rows';
import { audienceRow } from './output';

/** The audiences of the account (contract: listAudiences). */
export const getAudiences = getMany({
	resource: 'audience',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many audiences',
	description: 'Get many audiences. Archived ones are returned only if you filter for them.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Return only audiences with this status',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Archived', value: 'archived' },
				],
			}),
		]),
	],
	request: ({ filters: { status } }) => ({
		endpoint: endpoints.listAudiences,
		query: { status },
	}),
	rows: audienceRows,
	output: audienceRow,
});
