const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in Political Comms under Admin > API; it begins with pc_live_ and is shown only once.';
const SERVER_ADVICE = 'Political Comms failed. Run this again later.';
const PERMISSION_ADVICE =
	'This API key may not do this. Compare its permissions in Political Comms under Admin > API.';
const NOT_FOUND_ADVICE =
	'Check the ID. It may have been deleted, or belong to an organization that this API key does not see.';
const RATE_ADVICE =
	'Run this again after the time that the message names, or raise Longest Wait for Rate Limit under Request Settings.';
const CONVERSATION_ADVICE =
	'Check the ID. Only conversations that the contact has replied in can be read or answered.';
const IN_USE_ADVICE =
	'Projects still refer to it; the message names them. Take it out of them, or keep it.';
const DATE_ADVICE = 'Enter a date such as 2026-10-01.';
const RANGE_ADVICE = 'Ask for at most 31 days at a time.';
const UNKNOWN_ADVICE =
	'Political Comms may or may not have done this. Check in the dashboard before you run it again.';
const pick = (thing: string) => `Select the ${thing} from the list, or enter its ID.`;

/** What to do, by error code: the API's own (contract: x-error-codes), then those of this node. */
export const ADVICE: Readonly<Record<string, string>> = {
	INVALID_API_KEY: KEY_ADVICE,
	PERMISSION_DENIED: PERMISSION_ADVICE,
	ORG_ACCESS_DENIED:
		'Select your own organization or one below it, or use an API key of the organization in question.',
	VALIDATION_ERROR:
		'Correct the field that the message names. If it names a property that this node has no field for, the API has changed: please report it.',
	NOT_FOUND: NOT_FOUND_ADVICE,
	RATE_LIMIT_EXCEEDED: RATE_ADVICE,
	INTERNAL_ERROR: SERVER_ADVICE,
	UPSTREAM_UNAVAILABLE: SERVER_ADVICE,
	ONBOARDING_INCOMPLETE:
		'Finish the set-up of the account in the Political Comms dashboard; the message names the missing steps. Running this again does not help.',
	SENDING_PAUSED:
		'Political Comms paused sending for the organization or for everybody. Ask its support; running this again does not help.',
	ENTITLEMENT_REQUIRED: 'Ask Political Comms to switch this feature on for your organization.',
	INSUFFICIENT_BALANCE: 'Add funds in Political Comms, then run this again. Nothing was done.',
	LIST_ANALYSIS_IN_PROGRESS:
		'A contact list of the project is being analyzed. Nothing was changed: add the option Wait for Running Analysis, or run this again when the analysis is complete.',
	ANALYSIS_NOT_COMPLETE: 'Analyze the contact list first, and wait until that is complete.',
	CONTACT_LIST_IN_USE: IN_USE_ADVICE,
	MEDIA_IN_USE: IN_USE_ADVICE,
	BRAND_ORG_MISMATCH: 'Select a brand of the organization, or leave Organization open.',
	INVALID_LINK_PLACEHOLDER:
		'Put the parameter field into the destination as {field}, and set a fallback URL only, and always, with a destination of https://{field}.',
	CONTACT_OPTED_OUT: 'This contact has opted out and must not be texted again.',
	CONVERSATION_NOT_FOUND: CONVERSATION_ADVICE,
	CONVERSATION_NOT_SENDABLE: 'This conversation can no longer be answered.',
	PROJECT_DELETED: 'The project of this conversation was deleted, so nobody can reply in it.',
	PHONE_NUMBER_UNAVAILABLE:
		'The number that the contact knows is gone, so nobody can reply in this conversation.',
	SEND_ENQUEUE_FAILED: 'Nothing was sent or charged. Run this again later.',
	CARRIER_ESTIMATE_TIMEOUT: 'The estimate took too long. Run this again later.',
	RANGE_TOO_LARGE: RANGE_ADVICE,
	RANGE_TOO_OLD: 'Start later: reports go back 90 or 180 days.',
	INVALID_DATE_FORMAT: DATE_ADVICE,

	http_400: 'Correct the field that the message names.',
	http_401: KEY_ADVICE,
	http_402: 'Add funds in Political Comms, then run this again.',
	http_403: PERMISSION_ADVICE,
	http_404: 'Check the ID, and the Base URL in the credential.',
	http_409: 'Its state does not allow this now. The message says why.',
	http_413: 'Send less in one item.',
	http_429: RATE_ADVICE,
	rate_limit_used_up: RATE_ADVICE,
	invalid_link: 'Correct the link as the message says.',
	missing_link_field: 'Fill in this field, or switch link tracking off.',
	invalid_source_url: 'Enter the URL of the file, which begins with https://.',
	missing_phones: 'Enter at least one number.',
	invalid_phones: 'Enter numbers of the US or Canada, e.g. +12025550123.',
	media_without_mms: 'Set Protocol to MMS, or remove the media files.',
	missing_changes: 'Add at least one field to change.',
	missing_send_at: 'Enter a time, or set When to As Soon as Possible.',
	send_at_is_past: 'Enter a time to come, or set When to As Soon as Possible.',
	missing_organization_id: pick('organization'),
	invalid_organization_id: pick('organization'),
	missing_brand_id: pick('brand'),
	invalid_brand_id: pick('brand'),
	missing_campaign_id: pick('10DLC campaign'),
	invalid_campaign_id: pick('10DLC campaign'),
	missing_toll_free_verification_id: pick('toll-free verification'),
	invalid_toll_free_verification_id: pick('toll-free verification'),
	missing_tracking_domain_id: pick('tracking domain'),
	invalid_tracking_domain_id: pick('tracking domain'),
	missing_contact_list_id: pick('contact list'),
	invalid_contact_list_id: pick('contact list'),
	invalid_suppression_list_id: pick('suppression list'),
	missing_media_id: pick('media file'),
	invalid_media_id: pick('media file'),
	missing_project_id: pick('project'),
	invalid_project_id: pick('project'),
	missing_conversation_id: pick('conversation'),
	invalid_conversation_id: pick('conversation'),
	invalid_phone_number_id:
		'Select phone numbers from the list, or enter their IDs, not the numbers.',
	missing_start_date: DATE_ADVICE,
	missing_end_date: DATE_ADVICE,
	invalid_end_date: 'Set an end date that is not before the start date, and not too far after it.',
	invalid_updated_since: 'Enter a moment of the last 90 days.',
	invalid_date: DATE_ADVICE,
	missing_text: 'Write the text to send.',
	invalid_text: 'Shorten the text: a reply may have 1,600 characters.',
	invalid_value: 'Correct the value of this field.',
	missing_value: 'Enter a value for this field.',
	invalid_limit: 'Set Limit to 1 or more, or switch on Return All.',
	invalid_path:
		'Enter a path such as /organizations, as it stands in the API documentation after /v1.',
	missing_rows_name: 'Enter where the list stands in the response, e.g. data.',
	no_rows: 'Check the path, and where the list stands in the response, e.g. data or data.data.',
	rows_incomplete: 'Nothing was done. Run this item again.',
	missing_api_key: KEY_ADVICE,
	malformed_api_key: KEY_ADVICE,
	invalid_base_url:
		'Enter the Base URL in the credential, usually https://api.politicalcomms.com/v1.',
	missing_idempotency_key:
		'Enter a value for this item, e.g. the ID of a wave, or remove the safeguard.',
	missing_guard_value:
		'Make the expression return a value for every item, e.g. false, or remove the safeguard.',
	history_too_small: 'Raise Idempotency History Size to more than the items of one run.',
	key_store_failed: 'Nothing was sent. Look into the log of n8n, then run this again.',
	no_key_store: 'Update n8n to a version that keeps keys for nodes, or remove Idempotency Key.',
	job_failed:
		'Political Comms does not say why. Check the file at the URL, e.g. its format and columns, then import it again.',
	not_checked:
		'Nothing was sent, because a guard could not be checked. Check it in Political Comms, and take the guard out of the node if you are sure.',
	not_ready_in_time:
		'It continues in Political Comms. Get it later with Wait Until, or raise Maximum Wait.',
	payload_too_large: 'Send less in one item.',
	proxy_response:
		'This is not the word of Political Comms. Check the proxy of this n8n and the Base URL in the credential.',
	not_an_api: 'Check the Base URL in the credential, usually https://api.politicalcomms.com/v1.',
	redirected: 'Enter the address that it leads to as the Base URL in the credential.',
	rejected: 'Political Comms returned no code. Its message says what was wrong.',
	no_evidence: UNKNOWN_ADVICE,
	outcome_unknown: UNKNOWN_ADVICE,
	unreadable_response: UNKNOWN_ADVICE,
	outcomes_unknown:
		'Political Comms left several outcomes unknown, so the rest was not sent. Check in the dashboard, then run those items again.',
	cancelled:
		'The execution was stopped. With the status "unknown", check in the dashboard what was done.',
	not_sent: 'Remove the cause, then run this item again.',
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
