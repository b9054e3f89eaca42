import { ApiError } from '../../core';
import type { Account } from '../account/account';
import type { SendingList } from '../account/lists';

/** The account's list with this number; refuses with `list_not_found`. */
export function requireList(account: Account, listNumber: string): SendingList {
	const list = account.lists.withNumber(listNumber);
	if (list === undefined) throw new ApiError('list_not_found');
	return list;
}
