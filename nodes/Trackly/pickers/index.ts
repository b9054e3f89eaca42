import { activeAudiences, audiences } from './audiences';
import { creatives } from './creatives';
import { listsById, listsByIntegerId, listsByNumber } from './lists';
import { offers } from './offers';
import { schedules } from './schedules';

/** What can be picked in the action node: one, by `searchListMethod`, or several, by `loadOptionsMethod`. */
export const pickers = {
	listSearch: {
		searchAudiences: audiences,
		searchCreatives: creatives,
		searchListsById: listsById,
		searchListsByNumber: listsByNumber,
		searchOffers: offers,
		searchSchedules: schedules,
	},
	loadOptions: { getAudienceOptions: activeAudiences, getListOptions: listsByIntegerId },
};

/** What can be picked in the trigger. */
export const triggerPickers = { loadOptions: { getListNumberOptions: listsByNumber } };
