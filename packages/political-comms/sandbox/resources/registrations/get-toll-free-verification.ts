import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { Refusal } from '../../requests/refusal';
import { good, scopeOf } from '../scope';
import { numbersOf, verificationRow } from './verification-row';

/** contract: getTollFreeVerification */
export function getTollFreeVerification(account: Account, call: Call<unknown>) {
	const orgIds = scopeOf(account, call);
	const found = account.registry.verifications.find(
		({ id, orgId }) => id === call.params.id && orgIds.has(orgId),
	);
	if (found === undefined) throw new Refusal('NOT_FOUND');
	const row = verificationRow(account, found);
	return good({
		...row,
		phone_number_ids: numbersOf(account, found.id),
		rejection_reason: found.rejectionReason,
		updated_at: found.verifiedAt ?? found.submittedAt ?? row.created_at,
	});
}
