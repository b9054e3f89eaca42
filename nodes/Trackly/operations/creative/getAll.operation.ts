import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { creativeRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { creativeTypeField } from './fields';

/** The creatives of the account (contract: listCreatives). */
export const getCreatives = getMany({
	resource: 'creative',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many creatives',
	description: 'Get many creatives. Only active ones are returned unless you filter by status.',
	fields: [
		collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
			optionsField('status', {
				displayName: 'Status',
				default: 'active',
				description: 'Return only creatives with this status',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Archived', value: 'archived' },
					{ name: 'Paused', value: 'paused' },
				],
			}),
			creativeTypeField,
		]),
	],
	request: ({ filters: { status, creativeType } }) => ({
		endpoint: endpoints.listCreatives,
		query: { status, creative_type: creativeType },
	}),
	rows: creativeRows,
	simplify: simple.creative,
});
