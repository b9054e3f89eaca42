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
	description: 'Get many audiences of the account. Archived ones come only when asked for.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Only audiences in this state',
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
