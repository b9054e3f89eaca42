import { ApiError } from '../core';
import type { Admission } from '../core';
import type { Account } from './account/account';

/** Lets in who has the key, while the account is not suspended (contract: ApiKeyAuth). */
export function admit({ headers }: Admission, { switches }: Account, apiKey: string): void {
	const key = headers['x-api-key'];
	if (key === undefined || key === '') throw new ApiError('missing_api_key');
	if (key !== apiKey) throw new ApiError('invalid_api_key');
	if (switches.suspended) throw new ApiError(undefined, 'Account is suspended', 403);
}
