const KEY_ADVICE =
	'Trackly shows an API key only once. Create a new key in Trackly under Settings > API Keys and paste it into the credential. A documented key is trk_ and 32 letters or digits.';
const OTHER_HOST =
	"Check the Base URL in the credential. Trackly's documentation names two hosts: if app.tracklysms.com does not respond, select api.tracklysms.com, or vice versa.";
const LIST_ADVICE =
	'Select the list from the dropdown, or enter the number of one of your sending lists, e.g. +18005550142.';
const LIST_ID_ADVICE = 'Select the list from the dropdown, or enter its ID, e.g. 7.';
const NAME_ADVICE = 'Enter a name of 1 to 255 characters.';
const LINK_PLACEHOLDER_ADVICE = 'Write a placeholder for each link in the text, e.g. {{link1}}.';
const OFFER_LINKS_ADVICE =
	'Add an offer link with a placeholder name (e.g. link1) and an offer for each placeholder in the text.';
const CREATIVE_ADVICE = 'Select the creative from the dropdown, or enter its ID, e.g. 318.';
const OFFER_ADVICE = 'Select the offer from the dropdown, or enter the ID of an active offer.';
const PHONE_ADVICE = 'Check the number, and write it with + and country code, e.g. +12025550117.';
const NO_PHONE_ADVICE = 'Map a phone number to this field, or filter out items that have none.';
const DATE_ADVICE = 'Enter a date and time such as 2026-03-02T16:20:00Z.';
const AUDIENCE_ADVICE = 'Select audiences from the dropdown, or enter the IDs of active audiences.';
const AUDIENCE_ID_ADVICE = 'Select the audience from the dropdown, or enter its ID.';
const SCHEDULE_ID_ADVICE = 'Select the schedule from the dropdown, or enter its ID.';
const SOURCE_LISTS_ADVICE =
	'Select source lists from the dropdown, or enter the IDs of your sending lists.';
const CONDITION_ADVICE =
	'Select a field and an operator that this type of condition offers in the editor.';
const CONDITION_VALUE_ADVICE = 'Enter a value for this condition of the filter.';
const NUMBER_ADVICE = 'Enter a number as the value of this condition.';
const SEND_TYPE_ADVICE = 'Select Blast or Automated.';
const SPLIT_ADVICE = 'Send at most 1,000 records per request, as the Many operations do.';
const TRY_LATER_ADVICE = 'Trackly had an internal error. Run this again later.';
const BILLING_ADVICE = 'Check the billing settings of your Trackly account, then run this again.';
const UNKNOWN_ADVICE =
	'Trackly may or may not have done this. Check in Trackly before you run it again.';
const SMALLER_ADVICE = 'Shorten the text, the metadata or the custom fields of this item.';
const TEXT_LENGTH_ADVICE = 'Shorten the text to at most 1,600 characters.';
const MESSAGE_ID_ADVICE =
	"Enter the message_id that Send returned. The macro {{sendId}} in an offer's URL has the same value.";

/** What to do, by Trackly's error codes (contract: x-error-codes) and ours in the same style. */
export const ADVICE: Readonly<Record<string, string>> = {
	missing_api_key:
		'Create an API key in Trackly under Settings > API Keys and paste it into the credential.',
	malformed_api_key:
		'Paste the API key again, without spaces or line breaks. A documented key is trk_ and 32 letters or digits.',
	invalid_api_key: KEY_ADVICE,
	unauthorized: KEY_ADVICE,
	invalid_base_url: 'Correct the Base URL in the credential.',
	redirected: `Enter the final URL, after all redirects, as the Base URL in the credential. ${OTHER_HOST}`,
	not_an_api: OTHER_HOST,
	unreachable: `Nothing was sent. ${OTHER_HOST} Also check that this n8n can reach the internet.`,
	missing_to: NO_PHONE_ADVICE,
	invalid_message_id: MESSAGE_ID_ADVICE,
	invalid_external_offer_id: 'Enter the ID of the offer on its affiliate platform, without spaces.',
	missing_message_id: MESSAGE_ID_ADVICE,
	message_not_found:
		"Check the message ID. It is the message_id that Send returned, or the macro {{sendId}} in an offer's URL.",
	missing_revenue: 'Enter an amount of 0 or more.',
	invalid_revenue: 'Enter an amount of 0 or more. Trackly cannot record refunds.',
	missing_attribution_type: 'Enter sale, click or send.',
	invalid_attribution_type: 'Enter sale, click or send.',
	missing_name: NAME_ADVICE,
	invalid_name: NAME_ADVICE,
	name_too_long: NAME_ADVICE,
	missing_tracking_url: 'Enter the URL that the offer leads to.',
	invalid_external_platform: 'Select TUNE, Everflow or None.',
	invalid_payout_type: 'Select CPA or CPC.',
	invalid_status: 'Select one of the statuses that the field offers.',
	invalid_metadata: 'Enter a different key in each row of Metadata, e.g. season.',
	nothing_to_update: 'Add a field to change and enter its new value.',
	server_error: TRY_LATER_ADVICE,
	internal_error: TRY_LATER_ADVICE,
	save_error: 'Trackly could not store this record. Run this item again later.',
	provider_error: 'The lookup of this number failed. Run this item again later.',
	missing_messages: 'Send at least one message.',
	missing_contacts: 'Send at least one contact.',
	missing_records: 'Send at least one record.',
	missing_phones: 'Send at least one phone number.',
	too_many_messages: SPLIT_ADVICE,
	too_many_contacts: SPLIT_ADVICE,
	too_many_records: SPLIT_ADVICE,
	too_many_phones: 'Send at most 500 numbers per request, as Validate Many does.',
	missing_id: 'Enter a unique ID for each record, so that Trackly recognizes repeated imports.',
	missing_to_number: NO_PHONE_ADVICE,
	missing_timestamp: DATE_ADVICE,
	invalid_timestamp: DATE_ADVICE,
	confirm_required: 'Check what will be deleted, then switch on Confirm Deletion.',
	missing_message: LINK_PLACEHOLDER_ADVICE,
	invalid_message: TEXT_LENGTH_ADVICE,
	message_too_long: TEXT_LENGTH_ADVICE,
	missing_link_placeholder: LINK_PLACEHOLDER_ADVICE,
	missing_offer_links: OFFER_LINKS_ADVICE,
	invalid_offer_links: OFFER_LINKS_ADVICE,
	missing_offer_links_for_placeholders: OFFER_LINKS_ADVICE,
	missing_offer_link_key: 'Enter the placeholder that this offer link belongs to, e.g. link1.',
	missing_offer_link_offer_id: OFFER_ADVICE,
	invalid_creative_type: 'Select Automated, One Time or Welcome.',
	missing_creative_id: CREATIVE_ADVICE,
	invalid_creative_id: CREATIVE_ADVICE,
	missing_filter: 'Add at least one condition to the filter.',
	invalid_filter:
		'Enter an object with an operator (AND or OR) and lists of conditions and groups, as Get returns it.',
	empty_filter_group: 'Add a condition to each group of the filter, or remove the empty group.',
	invalid_group_operator: 'Select AND or OR for each group of the filter.',
	invalid_condition_type:
		'Select a type of condition: time, count, custom field, carrier, time zone or revenue.',
	invalid_time_field: CONDITION_ADVICE,
	invalid_time_operator: CONDITION_ADVICE,
	invalid_time_unit: 'Select days, hours or minutes.',
	missing_time_value: 'Enter a value and a unit for this condition of the filter.',
	invalid_time_value: 'Enter a number of 0 or more as the value of this condition.',
	invalid_count_value: NUMBER_ADVICE,
	invalid_count_field: CONDITION_ADVICE,
	invalid_count_operator: CONDITION_ADVICE,
	missing_count_value: CONDITION_VALUE_ADVICE,
	missing_custom_field_name: 'Enter the name of the custom field that this condition looks at.',
	invalid_custom_field_operator: CONDITION_ADVICE,
	missing_custom_field_value: CONDITION_VALUE_ADVICE,
	invalid_carrier_operator: CONDITION_ADVICE,
	missing_carrier_value: CONDITION_VALUE_ADVICE,
	invalid_timezone_operator: CONDITION_ADVICE,
	missing_timezone_value: CONDITION_VALUE_ADVICE,
	invalid_revenue_field: CONDITION_ADVICE,
	invalid_revenue_operator: CONDITION_ADVICE,
	missing_revenue_value: CONDITION_VALUE_ADVICE,
	missing_source_lists: SOURCE_LISTS_ADVICE,
	source_list_not_found: SOURCE_LISTS_ADVICE,
	audience_not_found: AUDIENCE_ADVICE,
	missing_audiences: AUDIENCE_ADVICE,
	missing_audience_id: AUDIENCE_ID_ADVICE,
	invalid_audience_id: AUDIENCE_ID_ADVICE,
	missing_schedule_id: SCHEDULE_ID_ADVICE,
	invalid_schedule_id: SCHEDULE_ID_ADVICE,
	missing_send_type: SEND_TYPE_ADVICE,
	invalid_send_type: SEND_TYPE_ADVICE,
	missing_is_repeating: 'Set Repeating to true or false.',
	missing_send_time: 'Enter the time of day to send at, e.g. 18:00.',
	missing_send_date:
		'Enter the day to send on, e.g. 2026-05-04. A schedule that does not repeat needs it.',
	missing_start_date:
		'Enter the first day to send on, e.g. 2026-04-01. A repeating schedule needs it.',
	missing_end_date:
		'Enter the last day to send on, e.g. 2026-06-30. A repeating schedule needs it.',
	no_days_selected: 'Select at least one day of the week. A repeating schedule needs it.',
	invalid_days_of_week:
		'Select days of the week, or enter their English names, e.g. monday, friday.',
	invalid_end_date: 'Set End Date to the same day as Start Date or a later day.',
	invalid_send_time: 'Enter a time of day from 00:00 to 23:59, e.g. 18:00.',
	invalid_skip_within_hours: 'Enter a number of hours, 0 or more.',
	invalid_automated_percent: 'Enter a percentage from 0 to 100.',
	invalid_blasts: 'Add at least one variant with a text.',
	missing_blasts: 'Add at least one variant with a text.',
	missing_blast_message: 'Write the text of this variant, or remove the variant.',
	invalid_blast_percent: 'Enter a percentage for each variant, so that all add up to 100.',
	schedule_complete: 'A completed schedule cannot be changed. Create a new one.',
	missing_url: 'Enter the URL that receives the events.',
	missing_events: 'Select at least one event.',
	invalid_event: 'Select events from the list.',
	missing_url_or_offer: 'Enter the URL to shorten, or select an offer.',
	invalid_url: 'Enter a URL that begins with http:// or https://.',
	missing_offer_id: OFFER_ADVICE,
	invalid_offer_id: OFFER_ADVICE,
	offer_not_found: OFFER_ADVICE,
	missing_external_offer_id: 'Enter the ID of the offer on its affiliate platform.',
	missing_list_identifier: LIST_ADVICE,
	no_domain_configured: 'Set up a short-link domain for this list in Trackly, then run this again.',
	product_not_enabled: 'Ask Trackly to enable this product for your account.',
	id_collision: 'Trackly found no free link ID and created no link. Run this item again.',
	invalid_force: 'Enter true or false.',
	missing_phone: NO_PHONE_ADVICE,
	missing_phone_number: NO_PHONE_ADVICE,
	invalid_phone: PHONE_ADVICE,
	invalid_to: PHONE_ADVICE,
	invalid_phone_number: PHONE_ADVICE,
	missing_list_number: LIST_ADVICE,
	invalid_list_number: LIST_ADVICE,
	list_not_found: LIST_ADVICE,
	missing_list_id: LIST_ID_ADVICE,
	invalid_list_id: LIST_ID_ADVICE,
	invalid_custom_fields: 'Use only texts, numbers, true or false as values of custom fields.',
	missing_custom_fields: 'Add at least one custom field with a value.',
	missing_column:
		'Rename an input field like each required column, e.g. with an Edit Fields node, or map the columns manually.',
	placeholder_in_expression:
		'Switch the field to Fixed. To use a value of the item, write an expression such as {{ $json.first_name }}.',
	missing_body: 'Write the text to send.',
	invalid_body: 'Shorten the text, or split it into several messages.',
	webhook_not_configured:
		'Complete the carrier setup of this list in Trackly, then run this again.',
	not_sendable:
		'The carrier lookup found that this number cannot receive texts. Filter out this item.',
	validation_failed: 'The lookup found that this number cannot be reached. Filter out this item.',
	contact_not_found: 'Create the contact first, or check the phone number.',
	list_contact_not_found: 'Add the contact to this list first, with Create or Update.',
	not_found: 'Check the ID. The item may have been deleted or belong to another account.',
	payload_too_large: SMALLER_ADVICE,
	no_billing_config: BILLING_ADVICE,
	no_payment_method: 'Add a payment method to your Trackly account, then run this again.',
	payment_failed: BILLING_ADVICE,
	suspended: 'Your Trackly account is suspended. Ask Trackly to restore it, then run this again.',
	http_401: KEY_ADVICE,
	http_402: BILLING_ADVICE,
	http_403:
		'Your Trackly account may be suspended, the API key may be restricted, or a proxy may have refused the request. Ask Trackly.',
	http_404: 'Check the ID, and the Base URL in the credential.',
	http_413: SMALLER_ADVICE,
	http_429: 'Trackly limits the number of requests. Run the failed items again later.',
	invalid_date: DATE_ADVICE,
	invalid_signup_date: DATE_ADVICE,
	invalid_value: 'Correct the value of this field.',
	missing_value: 'Enter a value for this field.',
	invalid_limit: 'Set Limit to 1 or more, or switch on Return All.',
	invalid_path: 'Enter the path as in the API documentation after /v2, e.g. /lists.',
	missing_rows_name: 'Enter the name of the list in the response, e.g. contacts.',
	more_than_one_item:
		'Add a Loop Over Items node with a batch size of 1 before this node, or use Send, which does not wait.',
	missing_idempotency_key:
		'Make the expression return a value for every item, e.g. an order number, or remove Idempotency Key.',
	history_too_small: 'Set Idempotency History Size to at least the number of items per run.',
	key_store_failed: 'Nothing was sent. Check the log of n8n, then run this again.',
	rows_kept_changing:
		'Run this again when fewer rows are being removed, or read fewer rows with a filter or Limit.',
	opt_outs_not_read: 'Nothing was sent. Run this item again.',
	unreadable_lists:
		'Nothing was changed. Run this item again, or unsubscribe the contact from each list separately.',
	no_rows: 'Check Path, and enter the name of the list exactly as in the response, e.g. contacts.',
	rows_incomplete: 'Nothing was done. Run this item again.',
	missing_guard_value:
		'Make the expression return a value for every item, e.g. false, or remove the option.',
	no_key_store: 'Update n8n, or remove the safeguard Idempotency Key.',
	invalid_wait_limit:
		'Enter 1 or more and select a unit, or remove the limit to wait indefinitely.',
	proxy_response:
		'This response did not come from Trackly. Check the proxy of this n8n and the Base URL in the credential.',
	rejected: "Trackly returned no error code. Follow the message in Trackly's response.",
	no_evidence: UNKNOWN_ADVICE,
	outcome_unknown: UNKNOWN_ADVICE,
	unreadable_response: UNKNOWN_ADVICE,
	outcomes_unknown:
		'The outcome of several requests is unknown, so the rest was not sent. Check in Trackly, then run those items again.',
	cancelled:
		'The execution was stopped. If the status is "unknown", check in Trackly what was done.',
	ambiguous_list: 'Set either List Number or List ID, not both.',
	missing_list: 'Set either List Number or List ID.',
	missing_entities: 'Select the data to delete: sends, clicks or revenue.',
	missing_before_date: 'Enter a date in Before Date, or remove the option to delete all data.',
	invalid_pattern: 'Write a shorter, simpler pattern and test it with a reply.',
	other_events_only:
		'Select another event too, or set Webhook Registration to Manual and select the events in Trackly.',
	not_sent: 'Fix the cause, then run this item again.',
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
