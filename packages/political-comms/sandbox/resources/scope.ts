import type { Call } from '../../../../sandbox/core';
import type { Account } from '../account/account';
import type { ApiKey } from '../account/keys';

type Caller = Pick<Call<unknown>, 'headers'>;

/** The key of a request that was let in. */
export function callerOf(account: Account, { headers }: Caller): ApiKey {
	const key = account.keys.of(headers);
	if (key === undefined) throw new Error('The request was not let in');
	return key;
}

/**
 * Ids of the organizations that a request is about: the one it names, or all that its key sees.
 *
 * @throws ApiError when the one it names is outside the branch of the key
 */
export function scopeOf(account: Account, call: Caller, named?: string): Set<string> {
	return account.organizations.meant(callerOf(account, call).orgId, named);
}

/** A good response (contract: Success). */
export const good = (data: object) => ({ success: true, data });
