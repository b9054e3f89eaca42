import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { acceptOne, plainExtras } from './accept';
import type { SendBody } from './accept';

/** contract: sendMessage */
export const sendMessage = (account: Account, { body }: Call<SendBody>) =>
	acceptOne(account, body, plainExtras(body));
