// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

import type { Call } from '../../../../../../kernel';
import * as schemas from './schemas';

/** The calls of the contract, by operationId. */
export const calls = {
	listOrganizations: { method: 'GET', path: '/organizations', idempotent: true },
	getHierarchy: { method: 'GET', path: '/hierarchy', idempotent: true },
	listBrands: { method: 'GET', path: '/brands', idempotent: true },
	listCampaigns: { method: 'GET', path: '/campaigns', idempotent: true },
	getCampaignThroughput: { method: 'GET', path: '/campaigns/{id}/throughput', idempotent: true },
	listTrackingDomains: { method: 'GET', path: '/tracking-domains', idempotent: true },
	listPhoneNumbers: { method: 'GET', path: '/phone-numbers', idempotent: true },
	listTollFreeVerifications: { method: 'GET', path: '/toll-free-verifications', idempotent: true },
	getTollFreeVerification: {
		method: 'GET',
		path: '/toll-free-verifications/{id}',
		idempotent: true,
	},
	listContactLists: { method: 'GET', path: '/contact-lists', idempotent: true },
	importContactList: {
		method: 'POST',
		path: '/contact-lists/import',
		idempotent: 'withKey',
		body: schemas.ContactListImport,
	},
	getContactList: { method: 'GET', path: '/contact-lists/{id}', idempotent: true },
	deleteContactList: { method: 'DELETE', path: '/contact-lists/{id}', idempotent: true },
	analyzeContactList: { method: 'POST', path: '/contact-lists/{id}/analyze', idempotent: true },
	downloadContactList: { method: 'GET', path: '/contact-lists/{id}/download', idempotent: true },
	listMedia: { method: 'GET', path: '/media', idempotent: true },
	importMedia: { method: 'POST', path: '/media', idempotent: 'withKey', body: schemas.MediaImport },
	getMedia: { method: 'GET', path: '/media/{id}', idempotent: true },
	deleteMedia: { method: 'DELETE', path: '/media/{id}', idempotent: true },
	listProjects: { method: 'GET', path: '/projects', idempotent: true },
	createProject: {
		method: 'POST',
		path: '/projects',
		idempotent: 'withKey',
		body: schemas.ProjectCreate,
	},
	getAllProjectStats: { method: 'GET', path: '/projects/stats', idempotent: true },
	getProject: { method: 'GET', path: '/projects/{id}', idempotent: true },
	updateProject: {
		method: 'PATCH',
		path: '/projects/{id}',
		idempotent: true,
		body: schemas.ProjectUpdate,
	},
	getProjectStats: { method: 'GET', path: '/projects/{id}/stats', idempotent: true },
	getProjectThroughput: { method: 'GET', path: '/projects/{id}/throughput', idempotent: true },
	testProject: {
		method: 'POST',
		path: '/projects/{id}/test',
		idempotent: 'withKey',
		body: schemas.ProjectTest,
	},
	scheduleProject: {
		method: 'POST',
		path: '/projects/{id}/schedule',
		idempotent: 'withKey',
		body: schemas.ProjectSchedule,
	},
	unscheduleProject: { method: 'POST', path: '/projects/{id}/unschedule', idempotent: true },
	copyProject: { method: 'POST', path: '/projects/{id}/copy', idempotent: 'withKey' },
	listConversations: { method: 'GET', path: '/conversations', idempotent: true },
	getConversation: { method: 'GET', path: '/conversations/{id}', idempotent: true },
	listConversationMessages: {
		method: 'GET',
		path: '/conversations/{id}/messages',
		idempotent: true,
	},
	replyToConversation: {
		method: 'POST',
		path: '/conversations/{id}/messages',
		idempotent: 'withKey',
		body: schemas.ConversationReply,
	},
	getMessageStats: { method: 'GET', path: '/messages/stats', idempotent: true },
	getLedgerUsage: { method: 'GET', path: '/ledger/usage', idempotent: true },
	getLedgerUsageByInitiator: {
		method: 'GET',
		path: '/ledger/usage/by-initiator',
		idempotent: true,
	},
} as const satisfies Record<string, Call>;
