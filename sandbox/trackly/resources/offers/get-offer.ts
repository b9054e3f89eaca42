import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find } from '../collections';

/** contract: getOffer */
export const getOffer = (account: Account, call: Call<unknown>) => find(account.offers, call);
