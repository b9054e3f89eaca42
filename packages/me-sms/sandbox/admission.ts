import { ApiError } from '../../../sandbox/core';
import type { Admission } from '../../../sandbox/core';
import type { Account } from './account/account';

const SENDING: readonly string[] = ['sms:send', '*']; // contract: sendSms, x-required-scope

/** Lets in who has a key that is not revoked; to send, it needs the scope (contract: ApiKeyAuth). */
export function admit({ headers, operationId }: Admission, account: Account): void {
	const key = account.keys.of(headers);
	if (key === undefined) throw new ApiError(undefined, 'No usable API key', 401);
	if (operationId === 'sendSms' && !key.scopes.some((scope) => SENDING.includes(scope))) {
		throw new ApiError(undefined, 'This key may not send', 403);
	}
}
