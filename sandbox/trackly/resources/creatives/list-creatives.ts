import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { pageOf } from '../collections';

/** contract: listCreatives */
export function listCreatives(account: Account, { query }: Call<unknown>) {
	const rows = account.creatives
		.list(query.status ?? 'active')
		.filter(({ creative_type }) => (query.creative_type ?? creative_type) === creative_type);
	return pageOf('creatives', rows, query);
}
