import type { Resource } from '../../../../../../kernel';
import { getContactLists } from './getAll.operation';

/** What can be done about a contact list, in the editor's order (alphabetical, as n8n wants it). */
export const contactListResource: Resource = {
	value: 'contactList',
	name: 'Contact List',
	defaultOperation: getContactLists,
	operations: [getContactLists],
};
