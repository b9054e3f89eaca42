import { conversations } from './conversations';
import {
	brands,
	campaigns,
	organizations,
	tollFreeVerifications,
	trackingDomains,
} from './organizations';
import { phoneNumbers } from './phoneNumbers';
import { contactLists, media, projects } from './projects';

/** What can be picked in the action node: one, by `searchListMethod`, or several, by `loadOptionsMethod`. */
export const pickers = {
	listSearch: {
		searchBrands: brands,
		searchCampaigns: campaigns,
		searchContactLists: contactLists,
		searchConversations: conversations,
		searchMedia: media,
		searchOrganizations: organizations,
		searchProjects: projects,
		searchTollFreeVerifications: tollFreeVerifications,
		searchTrackingDomains: trackingDomains,
	},
	loadOptions: {
		getContactListOptions: contactLists,
		getMediaOptions: media,
		getPhoneNumberOptions: phoneNumbers,
	},
};

/** What can be picked in the trigger. */
export const triggerPickers = { loadOptions: { getProjectOptions: projects } };
