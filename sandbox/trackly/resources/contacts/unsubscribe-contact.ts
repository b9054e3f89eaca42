import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { ContactOnList } from './body';

/** contract: unsubscribeContact */
export function unsubscribeContact(account: Account, { body }: Call<ContactOnList>) {
	const list = account.lists.withNumber(body.list_number);
	const unsubscribed =
		list !== undefined && account.contacts.optOut(body.phone_number, list, 'api');
	return { success: true, unsubscribed };
}
