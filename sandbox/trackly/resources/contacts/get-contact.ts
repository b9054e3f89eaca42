import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { contactWithLists } from '../contact-rows';

/** contract: getContact */
export function getContact(account: Account, { params }: Call<unknown>) {
	const contact = account.contacts.get(params.phone_number);
	if (contact === undefined) throw new ApiError('contact_not_found');
	return contactWithLists(contact);
}
