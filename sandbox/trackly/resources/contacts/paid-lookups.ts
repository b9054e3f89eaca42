import type { Account } from '../../account/account';
import { requireBilling } from '../billing';
import type { UpsertBody } from './body';

/** A paid lookup needs billing in order; otherwise the whole request is refused. */
export function refuseUnpaidLookups(account: Account, bodies: readonly UpsertBody[]): void {
	if (bodies.some((body) => body?.use_validation === true)) requireBilling(account);
}
