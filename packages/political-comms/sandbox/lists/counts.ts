import type { Account } from '../account/account';
import type { Contact, ContactList } from './contact-list';

/** Contacts of a list that may be texted. */
export function cleanContacts(account: Account, { orgId, contacts }: ContactList): Contact[] {
	return contacts.filter(({ phone }) => !account.isOptedOut(orgId, phone));
}
