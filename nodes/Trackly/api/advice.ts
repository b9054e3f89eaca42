const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in Trackly under Settings > API Keys.';
const LIST_ADVICE =
	'Pick the list from the dropdown, or give the number of one of your own sending lists, e.g. +18005550142.';
const LIST_ID_ADVICE = 'Pick the list from the dropdown, or give its ID, e.g. 7.';
const PHONE_ADVICE =
	'Give the number with its country code, e.g. +12025550117, or set Default Country in the options.';
const DATE_ADVICE = 'Give a date such as 2026-03-02T16:20:00Z.';
const BILLING_ADVICE = 'Put the billing of your Trackly account in order, then run this again.';
const SMALLER_ADVICE = 'Send less in one item: shorten the text, metadata or custom fields.';

/** What to do, by Trackly's error codes (contract: x-error-codes) and ours in the same style. */
const ADVICE: Record<string, string> = {
	missing_api_key: KEY_ADVICE,
	malformed_api_key: KEY_ADVICE,
	invalid_api_key: KEY_ADVICE,
	unauthorized: KEY_ADVICE,
	invalid_base_url: 'Correct the Base URL in the credential.',
	redirected: 'Set the Base URL in the credential to the address that answers itself.',
	missing_to: 'Map a phone number to the field, or leave this item out.',
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
	missing_body: 'Write the text to send.',
	invalid_body: 'Shorten the text, or split it into several messages.',
	webhook_not_configured: 'Finish the carrier set-up of this list in Trackly, then run this again.',
	not_sendable: 'The carrier check found that this number cannot be texted. Leave it out.',
	validation_failed: 'The look-up found that this number cannot be reached. Leave it out.',
	contact_not_found: 'Create the contact first, or check the phone number.',
	not_found: 'Check the ID. It may have been deleted, or belong to another account.',
	payload_too_large: SMALLER_ADVICE,
	no_billing_config: BILLING_ADVICE,
	no_payment_method: BILLING_ADVICE,
	payment_failed: BILLING_ADVICE,
	suspended: BILLING_ADVICE,
	http_403: 'Your Trackly account may be suspended or this API key restricted. Ask Trackly.',
	http_429: 'Trackly asks to slow down. Run the failed items again later.',
	invalid_date: DATE_ADVICE,
	invalid_signup_date: DATE_ADVICE,
	invalid_value: 'Correct the value of this field.',
	invalid_limit: 'Set Limit to 1 or more, or switch on Return All.',
	not_sent: 'Remove the cause, then run this item again.',
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
