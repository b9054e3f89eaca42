import { perItem } from '../../../../../../kernel';
import { endpoints } from '../../api/endpoints';
import { deletedOf, isMissing } from '../../api/deleted';
import { one } from '../../fields/one';

/** Deletes a list that no project refers to (contract: deleteContactList). */
export const deleteContactList = perItem({
	resource: 'contactList',
	operation: 'delete',
	name: 'Delete',
	action: 'Delete a contact list',
	description: 'Delete a contact list, which is possible only while no project refers to it',
	fields: [one('contactListId', 'The contact list to delete')],
	request: ({ contactListId }) => ({
		endpoint: endpoints.deleteContactList,
		pathParameters: { id: contactListId },
	}),
	isGoneAfter: isMissing,
	output: deletedOf,
});
