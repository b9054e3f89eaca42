import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { latestOf } from '../../conversations/threads';
import type { Thread } from '../../conversations/threads';
import { Refusal } from '../../requests/refusal';
import { scopeOf } from '../scope';

/**
 * The thread of a request; one that nobody has answered yet cannot be seen.
 *
 * @throws ApiError when there is none
 */
export function findThread(account: Account, call: Call<unknown>): Thread {
	const thread = account.threads.get(call.params.id);
	const isSeen =
		thread !== undefined &&
		scopeOf(account, call).has(thread.orgId) &&
		latestOf(thread, 'inbound') !== undefined;
	if (!isSeen) throw new Refusal('CONVERSATION_NOT_FOUND', { status: 404 });
	return thread;
}
