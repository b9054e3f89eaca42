import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { archive } from '../collections';

/** contract: archiveSchedule */
export const archiveSchedule = (account: Account, call: Call<unknown>) =>
	archive(account.schedules, call);
