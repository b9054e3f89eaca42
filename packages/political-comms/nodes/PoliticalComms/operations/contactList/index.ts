import type { Resource } from '../../../../../../kernel';
import { analyzeContactList } from './analyze.operation';
import { deleteContactList } from './delete.operation';
import { downloadContactList } from './download.operation';
import { getContactList } from './get.operation';
import { getContactLists } from './getAll.operation';
import { importContactList } from './import.operation';

/** What can be done about a contact list, in the editor's order (alphabetical, as n8n wants it). */
export const contactListResource: Resource = {
	value: 'contactList',
	name: 'Contact List',
	defaultOperation: getContactLists,
	operations: [
		analyzeContactList,
		deleteContactList,
		downloadContactList,
		getContactList,
		getContactLists,
		importContactList,
	],
};
