const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in Trackly under Settings > API Keys.';
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
	invalid_metadata: 'Give each key of Metadata a text, e.g. {"season": "spring"}.',
	nothing_to_update: 'Add a field to change, and give it a value.',
	server_error: 'Trackly failed. Run this again later.',
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
