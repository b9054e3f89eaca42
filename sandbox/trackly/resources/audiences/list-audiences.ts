import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { pageOf } from '../collections';
import { audienceRow } from './audience-row';

/** contract: listAudiences */
export function listAudiences(account: Account, { query }: Call<unknown>) {
	return pageOf('audiences', account.audiences.list(query.status).map(audienceRow), query);
}
