import type { Account } from '../account/account';
import { ApiError } from '../../core';

/** Paid lookups need billing in order; otherwise the whole request is refused with 402. */
export function requireBilling({ switches }: Account): void {
	if (switches.billing !== 'ok') throw new ApiError(switches.billing);
}
