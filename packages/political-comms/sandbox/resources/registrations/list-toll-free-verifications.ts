import type { Call } from '../../../../../sandbox/core';
import type { Account } from '../../account/account';
import { good, scopeOf } from '../scope';
import { verificationRow } from './verification-row';

/** contract: listTollFreeVerifications */
export function listTollFreeVerifications(account: Account, call: Call<unknown>) {
	const { organization_id, status: wanted } = call.query;
	const orgIds = scopeOf(account, call, organization_id);
	return good(
		account.registry.verifications
			.filter(({ orgId, status }) => orgIds.has(orgId) && (wanted ?? status) === status)
			.map((verification) => verificationRow(account, verification)),
	);
}
