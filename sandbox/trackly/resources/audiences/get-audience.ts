import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { find } from '../collections';
import { audienceRow } from './audience-row';

/** contract: getAudience */
export const getAudience = (account: Account, call: Call<unknown>) =>
	audienceRow(find(account.audiences, call));
