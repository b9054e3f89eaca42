import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import { contactRow } from '../contact-rows';
import { paginate } from '../paging';

/** contract: listContacts */
export function listContacts(account: Account, { query }: Call<unknown>) {
	const { list_number: listNumber, active } = query;
	const rows = account.contacts.rows({
		listNumber,
		active: active === undefined ? undefined : active === 'true',
	});
	const { page, pagination } = paginate(rows, query);
	return {
		contacts: page.map(([contact, membership]) => contactRow(contact, membership)),
		pagination,
	};
}
