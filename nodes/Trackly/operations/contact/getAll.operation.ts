import { collectionField, optionsField, getMany } from '../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { contactRows } from '../../api/rows';
import { simple } from '../../api/simple';
import { listNumberField } from '../../fields/list';

const filters = collectionField('filters', { displayName: 'Filters', placeholder: 'Add filter' }, [
	listNumberField('listNumber', { description: 'Only contacts on this list' }),
	optionsField('active', {
		displayName: 'Subscription',
		default: 'true',
		description: 'Only contacts whose subscription to the list is in this state',
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
	description:
		'Get many contacts, newest sign-up first. A contact on two lists comes as two items, one for each list.',
	fields: [filters],
	request: ({ filters: { listNumber, active } }) => ({
		endpoint: endpoints.listContacts,
		query: { list_number: listNumber, active },
	}),
	rows: contactRows,
	simplify: simple.contact,
});
