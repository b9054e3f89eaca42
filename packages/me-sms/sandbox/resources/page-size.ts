import type { Call } from '../../../../sandbox/core';
import type { Account } from '../account/account';

/** Rows of a page (contract: Limit, whose default and largest value are ours). */
export function pageSize({ settings }: Account, { query }: Call<unknown>): number {
	return Math.min(Number(query.limit ?? settings.pageSize), settings.largestPage);
}
