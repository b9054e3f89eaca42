import type { Handlers } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { getCreditBalance } from './get-credit-balance';
import { listSenders } from './list-senders';

/** Credits and sender names. */
export const accountHandlers: Handlers<Account> = { getCreditBalance, listSenders };
