import type { Thing } from '../../../../../kernel';
import type { pickers } from '../pickers';

type Pickable = Thing & { search: keyof (typeof pickers)['listSearch'] };

/** What users pick, by the names of the fields that hold one. */
export const things = {
	organizationId: {
		code: 'organization',
		label: 'Organization',
		one: 'an organization',
		search: 'searchOrganizations',
		example: 'org_7QK2',
	},
	brandId: {
		code: 'brand',
		label: 'Brand',
		one: 'a brand',
		search: 'searchBrands',
		example: 'brd_3M8D',
	},
	campaignId: {
		code: 'campaign',
		label: 'Campaign',
		one: 'a 10DLC campaign',
		search: 'searchCampaigns',
		example: 'cmp_9T4X',
	},
	tollFreeVerificationId: {
		code: 'toll_free_verification',
		label: 'Toll-Free Verification',
		one: 'a toll-free verification',
		search: 'searchTollFreeVerifications',
		example: 'tfv_2K7J',
	},
	trackingDomainId: {
		code: 'tracking_domain',
		label: 'Tracking Domain',
		one: 'a tracking domain',
		search: 'searchTrackingDomains',
		example: 'tdm_1A2B',
	},
	contactListId: {
		code: 'contact_list',
		label: 'Contact List',
		one: 'a contact list',
		search: 'searchContactLists',
		example: 'lst_8R2N',
	},
	mediaId: {
		code: 'media',
		label: 'Media File',
		one: 'a media file',
		search: 'searchMedia',
		example: 'med_4V6P',
	},
	projectId: {
		code: 'project',
		label: 'Project',
		one: 'a project',
		search: 'searchProjects',
		example: 'prj_2H9B',
	},
	conversationId: {
		code: 'conversation',
		label: 'Conversation',
		one: 'a conversation',
		search: 'searchConversations',
		example: 'cnv_6Y3L',
	},
} as const satisfies Record<string, Pickable>;
