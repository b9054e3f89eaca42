import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { pageOf, rowNames } from '../../responses/shape';
import { ownerOf } from '../owner';

/** contract: listSenders; another account sees the shared ones */
export function listSenders(account: Account, call: Call<unknown>) {
	const isOwn = ownerOf(account, call) === 'own';
	const named = rowNames(account, 'Sender');
	const senders = account.senders.list().filter(({ shared }) => isOwn || shared);
	return pageOf(
		account,
		'SenderPage',
		senders.map(({ ...sender }) => named(sender)),
	);
}
