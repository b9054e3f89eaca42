import type { Admission } from '../../../sandbox/core';
import type { Account } from './account/account';
import { Refusal } from './requests/refusal';

const READS = /^(list|get|download)/;

/** Lets in who has a key that is not revoked and may do this (contract: ApiKeyAuth). */
export function admit({ headers, operationId }: Admission, account: Account): void {
	const key = account.keys.of(headers);
	if (key === undefined) throw new Refusal('INVALID_API_KEY');
	if (!key.mayWrite && !READS.test(operationId)) throw new Refusal('PERMISSION_DENIED');
}
