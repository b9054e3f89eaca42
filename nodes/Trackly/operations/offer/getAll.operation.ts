import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { offerRows } from '../../api/rows';
import { simple } from '../../api/simple';

/** The offers of the account (contract: listOffers). */
export const getOffers = getMany({
	resource: 'offer',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many offers',
	description: 'Get many offers. Archived ones are returned only if you filter for them.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Return only offers with this status',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Archived', value: 'archived' },
					{ name: 'Paused', value: 'paused' },
				],
			}),
		]),
	],
	request: ({ filters: { status } }) => ({ endpoint: endpoints.listOffers, query: { status } }),
	rows: offerRows,
	simplify: simple.offer,
});
