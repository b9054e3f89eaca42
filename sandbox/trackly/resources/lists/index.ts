import type { Handlers } from '../../../core';
import type { Account } from '../../account/account';
import { getList } from './get-list';
import { listLists } from './list-lists';

/** Sending lists. */
export const listHandlers: Handlers<Account> = {
	listLists,
	getList,
};
