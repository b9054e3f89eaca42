import { booleanField, collectionField, getMany } from '../../../../../../kernel';
import { dataOf } from '../../api/data';
import { endpoints } from '../../api/endpoints';
import { idOf, rows } from '../../api/rows';
import { simple } from '../../api/simple';
import { filtersOf, ofBrand, ofOrganization } from '../../fields/filters';

const options = collectionField('options', { displayName: 'Options', placeholder: 'Add option' }, [
	booleanField('includeImportState', {
		displayName: 'Include Import State',
		default: true,
		description:
			'Whether to add the counts and the state of import and analysis, which takes one more request for each list',
	}),
]);

/** Contact lists; their rows say nothing of import and analysis (contract: listContactLists). */
export const getContactLists = getMany({
	resource: 'contactList',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many contact lists',
	description: 'Get many contact lists, with counts and import state if you want them',
	fields: [filtersOf(ofBrand, ofOrganization), options],
	request: ({ filters }) => ({
		endpoint: endpoints.listContactLists,
		query: { organization_id: filters.organizationId, brand_id: filters.brandId },
	}),
	rows,
	completion: {
		isWanted: ({ options: { includeImportState } }) => includeImportState === true,
		request: (row) => ({
			endpoint: endpoints.getContactList,
			pathParameters: { id: idOf(row) ?? '' },
		}),
		join: (row, body) => ({ ...row, ...dataOf(body) }),
	},
	simplify: simple.contactList,
});
