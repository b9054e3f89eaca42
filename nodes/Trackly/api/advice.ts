const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in Trackly under Settings > API Keys; a documented key is trk_ and 32 letters or digits.';
const OTHER_HOST =
	"Check the Base URL in the credential. Trackly's documentation names two hosts: if app.tracklysms.com does not respond, pick api.tracklysms.com, and the other way round.";
const LIST_ADVICE =
	'Pick the list from the dropdown, or give the number of one of your own sending lists, e.g. +18005550142.';
const LIST_ID_ADVICE = 'Pick the list from the dropdown, or give its ID, e.g. 7.';
const NAME_ADVICE = 'Give a name of 1 to 255 characters.';
const TEMPLATE_ADVICE = 'Write the text with a placeholder for each link, e.g. {{link1}}.';
const OFFER_LINKS_ADVICE =
	'Add an offer link for each placeholder of the text, with its name (e.g. link1) and an offer.';
const CREATIVE_ADVICE = 'Pick the creative from the dropdown, or give its ID, e.g. 318.';
const OFFER_ADVICE = 'Pick the offer from the dropdown, or give the ID of one that is active.';
const PHONE_ADVICE =
	'Give the number with its country code, e.g. +12025550117, or set Default Country in the options.';
const DATE_ADVICE = 'Give a date such as 2026-03-02T16:20:00Z.';
const AUDIENCE_ADVICE = 'Pick audiences from the dropdown, or give the IDs of active ones.';
const AUDIENCE_ID_ADVICE = 'Pick the audience from the dropdown, or give its ID.';
const SCHEDULE_ID_ADVICE = 'Pick the schedule from the dropdown, or give its ID.';
const CONDITION_ADVICE =
	'Correct this condition of the filter: each type of condition knows its own fields and operators.';
const CONDITION_VALUE_ADVICE = 'Give this condition of the filter a value.';
const BLAST_ADVICE =
	'Add at least one message variant, each with a text; their percents sum to 100.';
const SEND_TYPE_ADVICE = 'Pick blast or automated.';
const SCHEDULE_DATES_ADVICE =
	'A one-time schedule needs a send date; a repeating one a start date, an end date and a weekday.';
const SPLIT_ADVICE = 'Split the records into requests of at most 1,000; the Many operations do.';
const SERVER_ADVICE = 'Trackly failed. Run this again later.';
const BILLING_ADVICE = 'Put the billing of your Trackly account in order, then run this again.';
const UNKNOWN_ADVICE =
	'Trackly may or may not have done this. Check in Trackly before you run it again.';
const SMALLER_ADVICE = 'Send less in one item: shorten the text, metadata or custom fields.';

/** What to do, by Trackly's error codes (contract: x-error-codes) and ours in the same style. */
export const ADVICE: Readonly<Record<string, string>> = {
	missing_api_key: KEY_ADVICE,
	malformed_api_key: KEY_ADVICE,
	invalid_api_key: KEY_ADVICE,
	unauthorized: KEY_ADVICE,
	invalid_base_url: 'Correct the Base URL in the credential.',
	redirected: `Set the Base URL in the credential to the URL that responds itself. ${OTHER_HOST}`,
	not_an_api: OTHER_HOST,
	unreachable: `Nothing was sent. ${OTHER_HOST} Also check that this n8n can reach it.`,
	missing_to: 'Map a phone number to the field, or leave this item out.',
	invalid_message_id: 'Give one message ID, without blanks. Send gives it.',
	invalid_external_offer_id: "Give the offer's ID on its affiliate platform, without blanks.",
	missing_message_id:
		"Give the message ID that Send gave you. Trackly's {{sendId}} in an offer's URL is the same.",
	message_not_found:
		"Check the message ID: Send gives it, and Trackly's {{sendId}} in an offer's URL is the same.",
	missing_revenue: 'Give an amount of 0 or more.',
	invalid_revenue: 'Give an amount of 0 or more. Trackly cannot take refunds.',
	missing_attribution_type: 'Give sale, click or send.',
	invalid_attribution_type: 'Give sale, click or send.',
	missing_name: NAME_ADVICE,
	invalid_name: NAME_ADVICE,
	name_too_long: NAME_ADVICE,
	missing_tracking_url: 'Give the web address that the offer leads to.',
	invalid_external_platform: 'Pick TUNE, Everflow or none.',
	invalid_payout_type: 'Pick CPA or CPC.',
	invalid_status: 'Pick one of the states that the field offers.',
	invalid_metadata: 'Give each row of Metadata a key of its own, e.g. season.',
	nothing_to_update: 'Add a field to change, and give it a value.',
	server_error: SERVER_ADVICE,
	internal_error: SERVER_ADVICE,
	save_error: 'Trackly could not store this record. Run this item again later.',
	provider_error: 'The look-up of this number failed. Run this item again later.',
	missing_messages: 'Give at least one message.',
	missing_contacts: 'Give at least one contact.',
	missing_records: 'Give at least one record.',
	missing_phones: 'Give at least one phone number.',
	too_many_messages: SPLIT_ADVICE,
	too_many_contacts: SPLIT_ADVICE,
	too_many_records: SPLIT_ADVICE,
	too_many_phones: 'Split the numbers into requests of at most 500; Validate Many does.',
	missing_id: 'Give each record an ID of your own, which the import tells repeats by.',
	missing_to_number: 'Map a phone number to the field, or leave this item out.',
	missing_timestamp: DATE_ADVICE,
	invalid_timestamp: DATE_ADVICE,
	confirm_required: 'Switch on the confirmation, after you have read what is deleted.',
	missing_message: TEMPLATE_ADVICE,
	invalid_message: 'Shorten the text: a creative may have 1,600 characters.',
	message_too_long: 'Shorten the text: a creative may have 1,600 characters.',
	missing_link_placeholder: TEMPLATE_ADVICE,
	missing_offer_links: OFFER_LINKS_ADVICE,
	invalid_offer_links: OFFER_LINKS_ADVICE,
	missing_offer_links_for_placeholders: OFFER_LINKS_ADVICE,
	missing_offer_link_key: OFFER_LINKS_ADVICE,
	missing_offer_link_offer_id: OFFER_LINKS_ADVICE,
	invalid_creative_type: 'Pick one of the types that the field offers.',
	missing_creative_id: CREATIVE_ADVICE,
	invalid_creative_id: CREATIVE_ADVICE,
	missing_filter: 'Add at least one condition to the filter.',
	invalid_filter:
		'Give an object with an operator, AND or OR, and lists of conditions and groups, as Get gives it.',
	empty_filter_group: 'Add a condition to each group of the filter, or remove the empty group.',
	invalid_group_operator: 'Pick AND or OR for each group of the filter.',
	invalid_condition_type:
		'Pick one of the types of condition: time, count, custom field, carrier, time zone, revenue.',
	invalid_time_field: CONDITION_ADVICE,
	invalid_time_operator: CONDITION_ADVICE,
	invalid_time_unit: 'Pick days, hours or minutes.',
	missing_time_value: 'Give this condition of the filter a value and a unit.',
	invalid_time_value: CONDITION_VALUE_ADVICE,
	invalid_count_value: CONDITION_VALUE_ADVICE,
	invalid_count_field: CONDITION_ADVICE,
	invalid_count_operator: CONDITION_ADVICE,
	missing_count_value: CONDITION_VALUE_ADVICE,
	missing_custom_field_name: 'Say which custom field this condition of the filter looks at.',
	invalid_custom_field_operator: CONDITION_ADVICE,
	missing_custom_field_value: CONDITION_VALUE_ADVICE,
	invalid_carrier_operator: CONDITION_ADVICE,
	missing_carrier_value: CONDITION_VALUE_ADVICE,
	invalid_timezone_operator: CONDITION_ADVICE,
	missing_timezone_value: CONDITION_VALUE_ADVICE,
	invalid_revenue_field: CONDITION_ADVICE,
	invalid_revenue_operator: CONDITION_ADVICE,
	missing_revenue_value: CONDITION_VALUE_ADVICE,
	missing_source_lists: 'Pick source lists from the dropdown, or give the IDs of your own lists.',
	source_list_not_found: 'Pick source lists from the dropdown, or give the IDs of your own lists.',
	audience_not_found: AUDIENCE_ADVICE,
	missing_audiences: AUDIENCE_ADVICE,
	missing_audience_id: AUDIENCE_ID_ADVICE,
	invalid_audience_id: AUDIENCE_ID_ADVICE,
	missing_schedule_id: SCHEDULE_ID_ADVICE,
	invalid_schedule_id: SCHEDULE_ID_ADVICE,
	missing_send_type: SEND_TYPE_ADVICE,
	invalid_send_type: SEND_TYPE_ADVICE,
	missing_is_repeating: 'Say whether the schedule is sent once or repeats.',
	missing_send_time: 'Give the time of day to send at, e.g. 18:00.',
	missing_send_date: SCHEDULE_DATES_ADVICE,
	missing_start_date: SCHEDULE_DATES_ADVICE,
	missing_end_date: SCHEDULE_DATES_ADVICE,
	no_days_selected: SCHEDULE_DATES_ADVICE,
	invalid_days_of_week: 'Pick days of the week, or give their English names, e.g. monday, friday.',
	invalid_end_date: 'Set an end date that is not before the start date.',
	invalid_send_time: 'Give the time of day to send at, e.g. 18:00.',
	invalid_skip_within_hours: 'Give a number of hours, 0 or more.',
	invalid_automated_percent: 'Give a percentage from 0 to 100.',
	invalid_blasts: BLAST_ADVICE,
	missing_blasts: BLAST_ADVICE,
	missing_blast_message: BLAST_ADVICE,
	invalid_blast_percent: BLAST_ADVICE,
	schedule_complete: 'A completed schedule cannot be changed. Create a new one.',
	missing_url: 'Give the web address that events are to be posted to.',
	missing_events: 'Pick at least one event.',
	invalid_event: 'Pick events from the list.',
	missing_url_or_offer: 'Give the web address to shorten, or pick an offer.',
	invalid_url: 'Give a web address that begins with http:// or https://.',
	missing_offer_id: OFFER_ADVICE,
	invalid_offer_id: OFFER_ADVICE,
	offer_not_found: OFFER_ADVICE,
	missing_external_offer_id: "Give the offer's ID on its affiliate platform.",
	missing_list_identifier: LIST_ADVICE,
	no_domain_configured: 'Give this list a short-link domain in Trackly, then run this again.',
	product_not_enabled: 'Ask Trackly to switch this product on for your account.',
	id_collision: 'Trackly found no free link ID and made no link. Run this item again.',
	invalid_force: 'Give true or false.',
	missing_phone: 'Map a phone number to the field, or leave this item out.',
	missing_phone_number: 'Map a phone number to the field, or leave this item out.',
	invalid_phone: PHONE_ADVICE,
	invalid_to: PHONE_ADVICE,
	invalid_phone_number: PHONE_ADVICE,
	missing_list_number: LIST_ADVICE,
	invalid_list_number: LIST_ADVICE,
	list_not_found: LIST_ADVICE,
	missing_list_id: LIST_ID_ADVICE,
	invalid_list_id: LIST_ID_ADVICE,
	invalid_custom_fields: 'Give each custom field a text, a number, or true or false.',
	missing_custom_fields: 'Add the custom fields to store. One whose value is empty is left out.',
	missing_column:
		'Name an input field like each required column, e.g. with an Edit Fields node, or map the columns manually.',
	placeholder_in_expression:
		'Switch the field to Fixed. To fill in a value of the item, write an expression such as {{ $json.first_name }}.',
	missing_body: 'Write the text to send.',
	invalid_body: 'Shorten the text, or split it into several messages.',
	webhook_not_configured: 'Finish the carrier set-up of this list in Trackly, then run this again.',
	not_sendable: 'The carrier check found that this number cannot be texted. Leave it out.',
	validation_failed: 'The look-up found that this number cannot be reached. Leave it out.',
	contact_not_found: 'Create the contact first, or check the phone number.',
	list_contact_not_found: 'Add the contact to this list first, with Create or Update.',
	not_found: 'Check the ID. It may have been deleted, or belong to another account.',
	payload_too_large: SMALLER_ADVICE,
	no_billing_config: BILLING_ADVICE,
	no_payment_method: BILLING_ADVICE,
	payment_failed: BILLING_ADVICE,
	suspended: BILLING_ADVICE,
	http_401: KEY_ADVICE,
	http_402: BILLING_ADVICE,
	http_403:
		'Your Trackly account may be suspended, this API key restricted, or a proxy on the way refused. Ask Trackly.',
	http_404: 'Check the ID, and the Base URL in the credential.',
	http_413: SMALLER_ADVICE,
	http_429: 'Trackly asks to slow down. Run the failed items again later.',
	invalid_date: DATE_ADVICE,
	invalid_signup_date: DATE_ADVICE,
	invalid_value: 'Correct the value of this field.',
	missing_value: 'Give this field a value.',
	invalid_limit: 'Set Limit to 1 or more, or switch on Return All.',
	invalid_path: 'Give a path such as /lists, as it stands in the API documentation after /v2.',
	missing_rows_name: 'Give the name of the list in the response, e.g. contacts.',
	more_than_one_item:
		'Put a Loop Over Items node in front with a batch size of 1, or send without waiting.',
	missing_idempotency_key:
		'Give the option a value for this item, e.g. an order number, or remove the option.',
	history_too_small: 'Raise Idempotency History Size to more than the items of one run.',
	key_store_failed: 'Nothing was sent. Look into the log of n8n, then run this again.',
	rows_kept_changing:
		'Run this again when fewer rows are being removed, or ask for fewer with a filter or Limit.',
	opt_outs_not_read: 'Nothing was sent. Run this item again.',
	unreadable_lists:
		'Nothing was changed. Run this item again, or unsubscribe the contact from each list by its number.',
	no_rows:
		'Check the path, and give the name of the list exactly as it stands in the response, e.g. contacts.',
	rows_incomplete: 'Nothing was done. Run this item again.',
	missing_guard_value:
		'Make the expression return a value for every item, e.g. false, or remove the option.',
	no_key_store:
		'Update n8n to a version that keeps keys for nodes, or remove the option Idempotency Key.',
	invalid_wait_limit: 'Give a time of one minute or more that n8n can wait, or remove the limit.',
	proxy_response:
		'This is not the word of Trackly. Check the proxy of this n8n and the Base URL in the credential.',
	rejected: 'Trackly gave no code. Its message says what was wrong.',
	no_evidence: UNKNOWN_ADVICE,
	outcome_unknown: UNKNOWN_ADVICE,
	unreadable_response: UNKNOWN_ADVICE,
	outcomes_unknown:
		'Trackly left several outcomes unknown, so the rest was not sent. Check in Trackly, then run those items again.',
	cancelled:
		'The execution was stopped. With the status "unknown", check in Trackly what was done.',
	ambiguous_list: 'Give List Number or List ID, not both.',
	missing_list: 'Give List Number or List ID.',
	missing_entities: 'Pick what to delete: sends, clicks or revenue.',
	missing_before_date: 'Give Before Date a date, or remove the option to delete all.',
	invalid_pattern: 'Write a shorter, simpler pattern, and try it out on a reply.',
	other_events_only: 'Pick another event too, or set Webhook Registration to Manual.',
	not_sent: 'Remove the cause, then run this item again.',
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
