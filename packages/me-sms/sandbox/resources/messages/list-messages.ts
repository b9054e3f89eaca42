import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { stateOf } from '../../messages/message';
import { pageOf, rowNames } from '../../responses/shape';
import { ownerOf } from '../owner';
import { pageSize } from '../page-size';
import { messageRow } from './message-row';

/** contract: listMessages, newest first */
export function listMessages(account: Account, call: Call<unknown>) {
	const { status, page = '1' } = call.query;
	const owner = ownerOf(account, call);
	const { outbox, switches } = account;
	const found = outbox
		.all()
		.filter((message) => message.owner === owner)
		.filter((each) => status === undefined || stateOf(each, outbox.elapsed(each)) === status)
		.reverse();
	const size = pageSize(account, call);
	const first = switches.messagePages === 'counted' ? (Number(page) - 1) * size : 0;
	const named = rowNames(account, 'Message');
	const rows = found.slice(first, first + size).map((each) => named(messageRow(account, each)));
	return pageOf(account, 'MessagePage', rows, { total: found.length });
}
