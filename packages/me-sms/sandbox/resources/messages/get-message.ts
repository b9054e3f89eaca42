import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { shaped } from '../../responses/shape';
import { messageOf } from '../owner';
import { messageRow } from './message-row';

/** contract: getMessage */
export function getMessage(account: Account, call: Call<unknown>) {
	return shaped(account, 'Message', messageRow(account, messageOf(account, call)));
}
