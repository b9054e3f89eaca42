// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

/** Codes that every call can refuse with (contract: x-common-error-codes). */
// prettier-ignore
export const commonErrorCodes = [
	'missing_api_key', 'invalid_api_key', 'unauthorized', 'not_found', 'internal_error',
] as const;

/** Codes of single calls, and of their records, by operationId (contract: x-error-codes). */
// prettier-ignore
export const errorCodes = {
	sendMessage: [
		'missing_to', 'missing_list_number', 'missing_body', 'invalid_phone', 'invalid_list_number',
		'list_not_found', 'webhook_not_configured',
	],
	sendMessagesBulk: [
		'missing_messages', 'too_many_messages', 'missing_to', 'missing_list_number', 'missing_body',
		'invalid_phone', 'invalid_list_number', 'list_not_found',
	],
	sendRawMessage: [
		'missing_to', 'missing_list_number', 'missing_body', 'invalid_phone', 'invalid_list_number',
		'list_not_found', 'webhook_not_configured',
	],
	sendRawMessagesBulk: [
		'missing_messages', 'too_many_messages', 'missing_to', 'missing_list_number', 'missing_body',
		'invalid_phone', 'invalid_list_number', 'list_not_found',
	],
	listContacts: ['invalid_list_number', 'internal_error'],
	upsertContact: [
		'no_billing_config', 'no_payment_method', 'payment_failed', 'suspended', 'payload_too_large',
		'missing_phone_number', 'missing_list_number', 'invalid_phone', 'invalid_list_number',
		'list_not_found', 'not_sendable', 'internal_error',
	],
	updateContact: [
		'missing_phone_number', 'missing_list_number', 'missing_custom_fields', 'invalid_custom_fields',
		'invalid_phone', 'invalid_list_number', 'contact_not_found', 'list_not_found',
		'list_contact_not_found',
	],
	unsubscribeContact: [
		'missing_phone_number', 'missing_list_number', 'invalid_phone', 'invalid_list_number',
		'unauthorized', 'internal_error',
	],
	upsertContactsBulk: [
		'missing_contacts', 'unauthorized', 'no_billing_config', 'no_payment_method', 'payment_failed',
		'suspended', 'too_many_contacts', 'internal_error', 'missing_phone_number',
		'missing_list_number', 'invalid_phone', 'invalid_list_number', 'list_not_found', 'not_sendable',
		'validation_failed', 'provider_error', 'payload_too_large',
	],
	getContact: ['contact_not_found', 'invalid_phone'],
	listLists: ['unauthorized'],
	getList: ['unauthorized', 'not_found'],
	listAudiences: ['unauthorized'],
	createAudience: [
		'missing_name', 'missing_filter', 'name_too_long', 'source_list_not_found',
		'empty_filter_group', 'invalid_condition_type',
	],
	getAudience: ['unauthorized', 'not_found'],
	updateAudience: [
		'name_too_long', 'source_list_not_found', 'invalid_group_operator', 'empty_filter_group',
		'invalid_condition_type', 'invalid_time_field', 'invalid_time_operator', 'invalid_time_unit',
		'missing_time_value', 'invalid_count_field', 'invalid_count_operator', 'missing_count_value',
		'missing_custom_field_name', 'invalid_custom_field_operator', 'missing_custom_field_value',
		'invalid_carrier_operator', 'missing_carrier_value', 'invalid_timezone_operator',
		'missing_timezone_value', 'invalid_revenue_field', 'invalid_revenue_operator',
		'missing_revenue_value', 'unauthorized', 'not_found',
	],
	archiveAudience: ['unauthorized', 'not_found'],
	getAudienceSize: ['unauthorized', 'not_found'],
	listCreatives: ['unauthorized'],
	createCreative: [
		'missing_name', 'missing_message', 'missing_offer_links', 'name_too_long', 'message_too_long',
		'invalid_status', 'invalid_creative_type', 'missing_link_placeholder',
		'missing_offer_links_for_placeholders', 'missing_offer_link_key', 'missing_offer_link_offer_id',
		'offer_not_found', 'unauthorized',
	],
	getCreative: ['unauthorized', 'not_found'],
	updateCreative: [
		'name_too_long', 'message_too_long', 'invalid_status', 'invalid_creative_type',
		'missing_link_placeholder', 'missing_offer_links_for_placeholders', 'missing_offer_link_key',
		'missing_offer_link_offer_id', 'offer_not_found', 'unauthorized', 'not_found',
	],
	archiveCreative: ['unauthorized', 'not_found'],
	listOffers: ['unauthorized', 'server_error'],
	createOffer: [
		'missing_name', 'missing_tracking_url', 'name_too_long', 'invalid_external_platform',
		'invalid_payout_type', 'invalid_status', 'unauthorized', 'server_error',
	],
	getOffer: ['unauthorized', 'not_found', 'server_error'],
	updateOffer: [
		'name_too_long', 'invalid_external_platform', 'invalid_payout_type', 'invalid_status',
		'unauthorized', 'not_found', 'server_error',
	],
	archiveOffer: ['unauthorized', 'not_found', 'server_error'],
	listSchedules: ['unauthorized'],
	createSchedule: [
		'missing_name', 'missing_send_type', 'invalid_send_type', 'missing_is_repeating',
		'missing_send_time', 'missing_audiences', 'invalid_status', 'missing_send_date',
		'missing_start_date', 'missing_end_date', 'no_days_selected', 'missing_blasts',
		'invalid_blast_percent', 'missing_blast_message', 'audience_not_found', 'source_list_not_found',
	],
	getSchedule: ['not_found'],
	updateSchedule: [
		'schedule_complete', 'missing_name', 'missing_send_type', 'invalid_send_type',
		'missing_is_repeating', 'missing_send_time', 'missing_audiences', 'invalid_status',
		'missing_send_date', 'missing_start_date', 'missing_end_date', 'no_days_selected',
		'missing_blasts', 'invalid_blast_percent', 'missing_blast_message', 'not_found',
		'audience_not_found', 'source_list_not_found',
	],
	archiveSchedule: ['unauthorized', 'not_found'],
	createLink: [
		'product_not_enabled', 'missing_list_identifier', 'invalid_phone', 'offer_not_found',
		'list_not_found', 'no_domain_configured', 'id_collision',
	],
	shortenLink: [
		'missing_url_or_offer', 'missing_list_identifier', 'invalid_url', 'invalid_phone',
		'product_not_enabled', 'offer_not_found', 'list_not_found', 'no_domain_configured',
		'id_collision',
	],
	recordRevenue: [
		'missing_message_id', 'missing_revenue', 'missing_attribution_type', 'invalid_revenue',
		'invalid_attribution_type', 'message_not_found', 'contact_not_found',
	],
	recordRevenueBulk: [
		'missing_records', 'too_many_records', 'missing_message_id', 'missing_revenue',
		'missing_attribution_type', 'invalid_revenue', 'invalid_attribution_type', 'message_not_found',
		'contact_not_found',
	],
	importSends: [
		'missing_records', 'too_many_records', 'missing_id', 'missing_to_number', 'missing_timestamp',
		'invalid_phone', 'invalid_timestamp', 'list_not_found', 'save_error',
	],
	importClicks: [
		'missing_records', 'too_many_records', 'missing_message_id', 'missing_offer_id',
		'missing_phone_number', 'missing_timestamp', 'invalid_timestamp', 'message_not_found',
		'offer_not_found', 'save_error',
	],
	importRevenue: [
		'missing_records', 'too_many_records', 'missing_message_id', 'missing_offer_id',
		'missing_revenue', 'message_not_found', 'offer_not_found', 'contact_not_found', 'save_error',
	],
	clearHistory: ['confirm_required'],
	validatePhone: [
		'invalid_force', 'missing_phone', 'invalid_phone', 'missing_api_key', 'invalid_api_key',
		'no_billing_config', 'no_payment_method', 'payment_failed', 'suspended',
	],
	validatePhonesBatch: [
		'missing_phones', 'invalid_force', 'too_many_phones', 'missing_api_key', 'invalid_api_key',
		'no_billing_config', 'no_payment_method', 'payment_failed', 'suspended', 'invalid_phone',
	],
	listWebhookEndpoints: ['unauthorized'],
	createWebhookEndpoint: ['missing_url', 'invalid_url', 'missing_events', 'invalid_event'],
	getWebhookEndpoint: ['not_found'],
	deleteWebhookEndpoint: ['not_found'],
} as const;
