import type { Account } from '../../account/account';
import type { Verification } from '../../seed/verifications';

const CREATED_AT = '2026-02-03T09:00:00Z';

/** contract: TollFreeVerification */
export function verificationRow(account: Account, verification: Verification) {
	const { id, name, status, orgId } = verification;
	return {
		id,
		name,
		status,
		verification_request_id: verification.requestId,
		org_id: orgId,
		org_name: account.organizations.name(orgId),
		business_name: account.organizations.name(orgId),
		use_case: 'polling place help',
		phone_number_count: numbersOf(account, id).length,
		submitted_at: verification.submittedAt,
		verified_at: verification.verifiedAt,
		created_at: CREATED_AT,
	};
}

/** Ids of the numbers that a verification is for. */
export function numbersOf({ registry }: Account, id: string): string[] {
	return registry.numbers.filter((number) => number.verificationId === id).map((each) => each.id);
}
