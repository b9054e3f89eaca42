import type { JsonObject, JsonValue, Paging } from '../../../kernel';
import { maxRows } from './contract.generated/limits';

/** What is not paged today; a cursor is followed if one comes (contract NOTES §1.18). */
const BY_CURSOR: Paging = {
	kind: 'cursor',
	cursor: 'pagination.next_cursor',
	cursorParameter: 'cursor',
};

/** Contacts: one row per contact and list (contract: listContacts). */
export const contactRows = {
	name: 'contacts',
	perPage: maxRows.listContacts,
	key: ({ phone_number, list_number }: JsonObject) =>
		phone_number === undefined ? undefined : `${phone_number} ${list_number}`,
};

/** Sending lists (contract: listLists). */
export const listRows = { name: 'lists', key: idOf, paging: BY_CURSOR };

/** Offers (contract: listOffers). */
export const offerRows = { name: 'offers', perPage: maxRows.listOffers, key: idOf };

/** Creatives (contract: listCreatives). */
export const creativeRows = { name: 'creatives', perPage: maxRows.listCreatives, key: idOf };

/** Audiences (contract: listAudiences). */
export const audienceRows = { name: 'audiences', perPage: maxRows.listAudiences, key: idOf };

/** Schedules (contract: listSchedules). */
export const scheduleRows = { name: 'schedules', key: idOf, paging: BY_CURSOR };

/** The id of a row, where it has one. */
export function idOf({ id }: { id?: JsonValue }): string | undefined {
	return id === undefined || id === null ? undefined : String(id);
}
