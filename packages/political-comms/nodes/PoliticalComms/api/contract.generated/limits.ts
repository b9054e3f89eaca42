// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

/** Limits of the whole API (contract: x-limits). */
export const limits = {
	project_phone_numbers: 49,
	test_contacts_per_call: 50,
	reply_text_chars: 1_600,
	link_param_field_chars: 64,
	stats_range_days: 31,
	project_stats_max_age_days: 90,
	message_stats_and_ledger_max_age_days: 180,
	project_stats_page: 1_000,
	conversation_page: 200,
	conversation_lookback_days: 90,
	conversation_poll_min_seconds: 60,
	project_throughput_cache_seconds: 60,
	webhook_answer_seconds: 10,
} as const;

/** Entries of a list in the body, by operation (contract: maxItems). */
export const maxEntries = {
	createProject: { phone_number_ids: 49 },
	updateProject: { phone_number_ids: 49 },
	testProject: { test_contacts: 50 },
} as const;

/** Characters of a text in the body, by operation (contract: maxLength). */
export const maxCharacters = {
	createProject: { link_tracking_param_field: 64 },
	replyToConversation: { text: 1_600 },
} as const;

/** Rows of a page, by operation (contract: per_page or limit). */
export const maxRows = {
	getAllProjectStats: 1_000,
	listConversations: 200,
	listConversationMessages: 200,
} as const;
