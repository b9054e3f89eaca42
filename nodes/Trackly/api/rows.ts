import type { JsonObject } from '../../../kernel';
import { maxRows } from './contract.generated/limits';

/** Contacts: one row per contact and list (contract: listContacts). */
export const contactRows = {
	name: 'contacts',
	perPage: maxRows.listContacts,
	key: ({ phone_number, list_number }: JsonObject) => `${phone_number} ${list_number}`,
};

/** Sending lists: not paged today; a cursor is followed if one comes (contract: listLists). */
export const listRows = {
	name: 'lists',
	key: ({ id }: JsonObject) => String(id),
};

/** Offers (contract: listOffers). */
export const offerRows = {
	name: 'offers',
	perPage: maxRows.listOffers,
	key: ({ id }: JsonObject) => String(id),
};

/** Creatives (contract: listCreatives). */
export const creativeRows = {
	name: 'creatives',
	perPage: maxRows.listCreatives,
	key: ({ id }: JsonObject) => String(id),
};

/** Audiences (contract: listAudiences). */
export const audienceRows = {
	name: 'audiences',
	perPage: maxRows.listAudiences,
	key: ({ id }: JsonObject) => String(id),
};

/** Schedules: not paged today; a cursor is followed if one comes (contract: listSchedules). */
export const scheduleRows = {
	name: 'schedules',
	key: ({ id }: JsonObject) => String(id),
};
