import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { listRow } from './list-row';

/** contract: getList */
export function getList(account: Account, { params }: Call<unknown>) {
	const list = account.lists.withId(Number(params.list_id));
	if (list === undefined || list.status === 'deleted') throw new ApiError('not_found');
	return listRow(account, list);
}
