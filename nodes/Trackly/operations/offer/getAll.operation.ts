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
	description: 'Get many offers of the account. Archived ones come only when asked for.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Only offers in this state',
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
