import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { archive } from '../collections';

/** contract: archiveOffer */
export const archiveOffer = (account: Account, call: Call<unknown>) =>
	archive(account.offers, call);
