import { ApiError } from '../../../../sandbox/core';
import type { Call } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import type { Owner } from '../account/keys';
import type { Message } from '../messages/message';

/** Whose account a request is for. */
export function ownerOf({ keys }: Account, { headers }: Call<unknown>): Owner {
	return keys.of(headers)?.owner ?? 'own';
}

/**
 * The message that a path names (contract: MessageUuid).
 *
 * @throws ApiError 404 where there is none, 403 where it belongs to another account
 */
export function messageOf(account: Account, call: Call<unknown>): Message {
	const message = account.outbox.get(call.params.uuid);
	if (message === undefined) throw new ApiError(undefined, 'Nothing there', 404);
	if (message.owner !== ownerOf(account, call)) {
		throw new ApiError(undefined, 'This message belongs to another account', 403);
	}
	return message;
}
