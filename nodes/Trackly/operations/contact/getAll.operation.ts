import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { listNumberField } from '../../fields/list';

const filters = collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
	listNumberField('listNumber', { description: 'Return only contacts on this list' }),
	optionsField('active', {
		displayName: 'Subscription',
		default: 'true',
		description: 'Return only contacts who are subscribed to the list, or only those who are not',
		options: [
			{ name: 'Subscribed', value: 'true' },
			{ name: 'Unsubscribed', value: 'false' },
		],
	}),
]);

/** Contacts, one row per contact and list, newest sign-up first (contract: listContacts). */
export const getContacts = getMany({
	resource: 'contact',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get many contacts, newest first. A contact on two lists is returned as two items.',
	fields: [filters],
	request: ({ filters: { listNumber, active } }) => ({
		endpoint: endpoints.listContacts,
		query: { list_number: listNumber, active },
	}),
	rows: contactRows,
	simplify: simple.contact,
});
