import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { failuresOf } from '../records';
import type { UpsertBody } from './body';
import { refuseUnpaidLookups } from './paid-lookups';
import { journeysOf, signUp } from './sign-up';

/** contract: upsertContactsBulk */
export function upsertContactsBulk(account: Account, call: Call<{ contacts: UpsertBody[] }>) {
	const { contacts } = call.body;
	refuseUnpaidLookups(account, contacts);
	const totals = { contacts_created: 0, list_contacts_created: 0, journeys_enrolled: 0 };
	const failures = failuresOf(call, contacts, (record) => {
		const result = signUp(account, record);
		totals.contacts_created += Number(result.isNewContact);
		totals.list_contacts_created += Number(result.isNewMembership);
		totals.journeys_enrolled += journeysOf(record, result);
	});
	return {
		success_count: contacts.length - failures.length,
		error_count: failures.length,
		errors: failures.map((failure) => ({
			...failure,
			phone_number: String(contacts[failure.index]?.phone_number ?? ''),
		})),
		...totals,
	};
}
