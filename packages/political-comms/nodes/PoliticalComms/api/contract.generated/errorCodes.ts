// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

/** Codes that every call can refuse with (contract: x-common-error-codes). */
// prettier-ignore
export const commonErrorCodes = [
	'INVALID_API_KEY', 'PERMISSION_DENIED', 'ORG_ACCESS_DENIED', 'VALIDATION_ERROR', 'NOT_FOUND',
	'RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'UPSTREAM_UNAVAILABLE',
] as const;

/** Codes of single calls, and of their records, by operationId (contract: x-error-codes). */
// prettier-ignore
export const errorCodes = {
	getCampaignThroughput: ['NOT_FOUND'],
	getTollFreeVerification: ['NOT_FOUND'],
	importContactList: ['VALIDATION_ERROR', 'BRAND_ORG_MISMATCH'],
	getContactList: ['NOT_FOUND'],
	deleteContactList: ['CONTACT_LIST_IN_USE', 'NOT_FOUND'],
	analyzeContactList: ['INSUFFICIENT_BALANCE', 'NOT_FOUND'],
	downloadContactList: ['VALIDATION_ERROR', 'NOT_FOUND', 'ANALYSIS_NOT_COMPLETE'],
	importMedia: ['BRAND_ORG_MISMATCH', 'VALIDATION_ERROR', 'ORG_ACCESS_DENIED'],
	getMedia: ['NOT_FOUND'],
	deleteMedia: ['MEDIA_IN_USE', 'NOT_FOUND'],
	createProject: [
		'VALIDATION_ERROR', 'INVALID_LINK_PLACEHOLDER', 'ONBOARDING_INCOMPLETE', 'SENDING_PAUSED',
		'LIST_ANALYSIS_IN_PROGRESS',
	],
	getAllProjectStats: ['RANGE_TOO_LARGE', 'RANGE_TOO_OLD', 'INVALID_DATE_FORMAT'],
	getProject: ['NOT_FOUND'],
	updateProject: [
		'VALIDATION_ERROR', 'INVALID_LINK_PLACEHOLDER', 'NOT_FOUND', 'LIST_ANALYSIS_IN_PROGRESS',
	],
	getProjectStats: ['NOT_FOUND'],
	getProjectThroughput: ['CARRIER_ESTIMATE_TIMEOUT', 'NOT_FOUND'],
	testProject: ['VALIDATION_ERROR', 'NOT_FOUND', 'SENDING_PAUSED', 'INSUFFICIENT_BALANCE'],
	scheduleProject: [
		'VALIDATION_ERROR', 'SENDING_PAUSED', 'LIST_ANALYSIS_IN_PROGRESS', 'INSUFFICIENT_BALANCE',
		'NOT_FOUND',
	],
	unscheduleProject: ['NOT_FOUND'],
	copyProject: ['ONBOARDING_INCOMPLETE', 'NOT_FOUND'],
	listConversations: ['VALIDATION_ERROR'],
	getConversation: ['CONVERSATION_NOT_FOUND'],
	listConversationMessages: ['CONVERSATION_NOT_FOUND'],
	replyToConversation: [
		'VALIDATION_ERROR', 'INSUFFICIENT_BALANCE', 'CONVERSATION_NOT_FOUND', 'CONTACT_OPTED_OUT',
		'CONVERSATION_NOT_SENDABLE', 'PROJECT_DELETED', 'PHONE_NUMBER_UNAVAILABLE', 'SENDING_PAUSED',
		'SEND_ENQUEUE_FAILED',
	],
	getMessageStats: ['RANGE_TOO_LARGE', 'RANGE_TOO_OLD', 'INVALID_DATE_FORMAT'],
	getLedgerUsage: ['RANGE_TOO_LARGE', 'RANGE_TOO_OLD', 'INVALID_DATE_FORMAT'],
	getLedgerUsageByInitiator: ['RANGE_TOO_LARGE', 'RANGE_TOO_OLD', 'INVALID_DATE_FORMAT'],
} as const;
