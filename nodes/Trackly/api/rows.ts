import type { JsonObject } from '../../../kernel';
import { MAX_CONTACTS_PER_PAGE, MAX_ROWS_PER_PAGE } from './limits';

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

/** Offers (contract: listOffers). */
export const offerRows = {
	name: 'offers',
	perPage: MAX_ROWS_PER_PAGE,
	key: ({ id }: JsonObject) => String(id),
};

/** Creatives (contract: listCreatives). */
export const creativeRows = {
	name: 'creatives',
	perPage: MAX_ROWS_PER_PAGE,
	key: ({ id }: JsonObject) => String(id),
};

/** Audiences (contract: listAudiences). */
export const audienceRows = {
	name: 'audiences',
	perPage: MAX_ROWS_PER_PAGE,
	key: ({ id }: JsonObject) => String(id),
};

/** Schedules: not paged today; a cursor is followed if one comes (contract: listSchedules). */
export const scheduleRows = {
	name: 'schedules',
	key: ({ id }: JsonObject) => String(id),
};
