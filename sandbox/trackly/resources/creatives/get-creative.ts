import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find } from '../collections';

/** contract: getCreative */
export const getCreative = (account: Account, call: Call<unknown>) => find(account.creatives, call);
