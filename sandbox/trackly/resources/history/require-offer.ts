import { ApiError } from '../../../core';
import type { Account } from '../../account/account';

/** Refuses an offer the account does not have with `offer_not_found`. */
export function requireOffer({ offers }: Account, id: string): void {
	if (offers.get(id) === undefined) throw new ApiError('offer_not_found');
}
