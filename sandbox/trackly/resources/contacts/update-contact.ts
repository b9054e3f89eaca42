import { ApiError } from '../../../core';
import type { Call } from '../../../core';
import type { Account } from '../../account/account';
import type { CustomFields } from '../../account/contacts';
import { requireList } from '../require-list';
import type { ContactOnList } from './body';

interface UpdateBody extends ContactOnList {
	custom_fields: CustomFields;
	merge_fields?: boolean;
}

/** contract: updateContact */
export function updateContact(account: Account, { body }: Call<UpdateBody>) {
	if (account.contacts.get(body.phone_number) === undefined) {
		throw new ApiError('contact_not_found');
	}
	const list = requireList(account, body.list_number);
	const membership = account.contacts.membership(body.phone_number, list);
	if (membership === undefined) throw new ApiError('list_contact_not_found');
	membership.customFields =
		body.merge_fields === false
			? { ...body.custom_fields }
			: { ...membership.customFields, ...body.custom_fields };
	return {
		success: true,
		list_contact_id: membership.id,
		custom_fields: membership.customFields,
	};
}
