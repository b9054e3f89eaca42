import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { UpsertBody } from './body';
import { refuseUnpaidLookups } from './paid-lookups';
import { journeysOf, signUp } from './sign-up';

const STAYS_INACTIVE = 'The contact opted out of this list and stays inactive';

/** contract: upsertContact */
export function upsertContact(account: Account, { body }: Call<UpsertBody>) {
	refuseUnpaidLookups(account, [body]);
	const result = signUp(account, body);
	return {
		success: true,
		contact_id: result.contact.id,
		list_contact_id: result.membership.id,
		is_new_contact: result.isNewContact,
		is_new_list_contact: result.isNewMembership,
		journeys_enrolled: journeysOf(body, result),
		...(!result.membership.active && { warnings: [STAYS_INACTIVE] }),
		...(body.use_validation && { validation: { cached: false, cost: 0.003, disposition: 'ok' } }),
	};
}
