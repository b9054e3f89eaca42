import type { Call } from '../../../core';
import type { Account } from '../../account/account';

/** contract: listSchedules */
export const listSchedules = (account: Account, { query }: Call<unknown>) => ({
	schedules: account.schedules.list(query.status),
});
