import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { acceptMany, rawExtras } from './accept';
import type { RawBody } from './accept';

/** contract: sendRawMessagesBulk */
export const sendRawMessagesBulk = (account: Account, call: Call<{ messages: RawBody[] }>) =>
	acceptMany(account, call, rawExtras);
