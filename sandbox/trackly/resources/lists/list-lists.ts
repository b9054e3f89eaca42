import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { listRow } from './list-row';

/** contract: listLists */
export function listLists(account: Account, { query }: Call<unknown>) {
	return { lists: account.lists.inState(query.status).map((list) => listRow(account, list)) };
}
