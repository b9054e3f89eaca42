import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { shaped } from '../../responses/shape';
import { ownerOf } from '../owner';

/** contract: getCreditBalance; what is held is not in it */
export function getCreditBalance(account: Account, call: Call<unknown>) {
	const { balance } = account.credits[ownerOf(account, call)].state();
	const isText = account.switches.balance === 'text';
	return shaped(account, 'CreditBalance', { balance: isText ? String(balance) : balance });
}
