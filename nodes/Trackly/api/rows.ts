import type { JsonObject } from '../../../kernel/endpoint';
import { MAX_CONTACTS_PER_PAGE } from './limits';

/** Contacts: one row per contact and list (contract: listContacts). */
export const contactRows = {
	name: 'contacts',
	perPage: MAX_CONTACTS_PER_PAGE,
	key: ({ phone_number, list_number }: JsonObject) => `${phone_number} ${list_number}`,
};

/** Sending lists: not paged today; a cursor is followed if one comes (contract: listLists). */
export const listRows = {
	name: 'lists',
	key: ({ id }: JsonObject) => String(id),
};
