import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find } from '../collections';

/** contract: getSchedule */
export const getSchedule = (account: Account, call: Call<unknown>) => find(account.schedules, call);
