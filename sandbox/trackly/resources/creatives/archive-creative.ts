import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { archive } from '../collections';

/** contract: archiveCreative */
export const archiveCreative = (account: Account, call: Call<unknown>) =>
	archive(account.creatives, call);
