import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { acceptOne, rawExtras } from './accept';
import type { RawBody } from './accept';

/** contract: sendRawMessage */
export const sendRawMessage = (account: Account, { body }: Call<RawBody>) =>
	acceptOne(account, body, rawExtras(body));
