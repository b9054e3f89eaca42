import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { acceptMany, plainExtras } from './accept';
import type { SendBody } from './accept';

/** contract: sendMessagesBulk */
export const sendMessagesBulk = (account: Account, call: Call<{ messages: SendBody[] }>) =>
	acceptMany(account, call, plainExtras);
