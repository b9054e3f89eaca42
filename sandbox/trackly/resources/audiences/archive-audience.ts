import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { archive } from '../collections';

/** contract: archiveAudience */
export const archiveAudience = (account: Account, call: Call<unknown>) =>
	archive(account.audiences, call);
