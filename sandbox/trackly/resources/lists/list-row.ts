import type { Account } from '../../account/account';
import type { SendingList } from '../../account/lists';

/** contract: SendingList */
export function listRow(account: Account, list: SendingList) {
	return {
		id: list.id,
		phone_number: list.phoneNumber,
		brand_name: list.brandName,
		list_name: list.listName,
		list_type: list.listType,
		status: list.status,
		contact_count: account.contacts.activeOn(list),
		created_at: list.createdAt,
	};
}
