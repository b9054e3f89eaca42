import type { Account } from '../account/account';
import type { SendingList } from '../account/lists';
import { ApiError } from '../../core';
import type { Call, Handlers } from '../../core';

/** Sending lists (contract: listLists, getList). */
export const listHandlers: Handlers<Account> = {
	listLists(account: Account, { query }: Call<unknown>) {
		return { lists: account.lists.inState(query.status).map((list) => listRow(account, list)) };
	},

	getList(account: Account, { params }: Call<unknown>) {
		const list = account.lists.withId(Number(params.list_id));
		if (list === undefined || list.status === 'deleted') throw new ApiError('not_found');
		return listRow(account, list);
	},
};

/** contract: SendingList */
function listRow(account: Account, list: SendingList) {
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
