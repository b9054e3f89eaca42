import type { Account } from '../account/account';
import { ApiError } from '../../core';

/** Refuses ids of lists the account does not have with `source_list_not_found`. */
export function requireSourceLists({ lists }: Account, ids: readonly number[] = []): void {
	if (ids.every((id) => lists.withId(id) !== undefined)) return;
	throw new ApiError('source_list_not_found');
}
