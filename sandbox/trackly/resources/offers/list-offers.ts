import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { pageOf } from '../collections';

/** contract: listOffers */
export function listOffers(account: Account, { query }: Call<unknown>) {
	return pageOf('offers', account.offers.list(query.status), query);
}
