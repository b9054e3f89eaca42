const KEY_ADVICE =
	'Open the credential and paste the API key again. You find it in ME-SMS under Settings > API Keys.';
const CREDITS_ADVICE = 'Top up the credits in ME-SMS, then run again what was not sent.';
const UNKNOWN_ADVICE =
	'ME-SMS may or may not have done this. Look at the newest messages with Get Many before you run it again.';
const PATH_ADVICE =
	'ME-SMS does not document this path. Switch on Custom Endpoint Paths in the credential and correct it there. The description of the field lists other paths to try.';

const PATH_RESPONSE_ADVICE =
	'The response is not what this call returns. Check its path under Custom Endpoint Paths in the credential.';

/** What to do, by error code: the API's own (contract: x-error-codes), then those of this node. */
export const ADVICE: Readonly<Record<string, string>> = {
	INSUFFICIENT_CREDITS: CREDITS_ADVICE,
	NOT_SCHEDULED: 'Only messages with a Scheduled Time can be cancelled.',
	ALREADY_CANCELLED: 'Nothing is left to do: it was cancelled before.',
	ALREADY_PROCESSING: 'It is being sent or was sent, so it cannot be cancelled any more.',

	http_400: 'Correct what ME-SMS says is wrong, then run this item again.',
	http_401: KEY_ADVICE,
	http_402: CREDITS_ADVICE,
	http_403:
		'Sending needs a key with the scope sms:send or *. A message can only be read with a key of the account that sent it.',
	http_404: 'Check the UUID, and that the message was sent with this account.',
	http_413: 'Send fewer numbers in one request.',
	http_429: 'Run this again later, or set a slower pace.',
	wrong_path: PATH_ADVICE,
	invalid_path_setting: 'Correct the path in the credential, or leave it empty.',
	missing_sender: 'Select an approved sender name, or enter it By Name.',
	invalid_sender: 'Enter the sender name as it stands in ME-SMS, under Sender Names.',
	missing_content: 'Enter a text, or add the ID of a template.',
	text_and_template: 'Empty one of the two: a message has a text or a template.',
	template_offline:
		'Set Estimate With to Preview or Dry Run: the text of a template is not in n8n.',
	missing_phone: 'Map the field that holds the number.',
	invalid_phone: 'Enter a Thai mobile number, e.g. +66812345678 or 081 234 5678.',
	missing_contact_group: 'Enter the ID of the contact group, which ME-SMS shows in its web app.',
	invalid_date: 'Enter a date and time, e.g. 2027-02-14T09:30, in years of the Common Era.',
	time_is_past: 'Enter a time to come, or remove Scheduled Time to send immediately.',
	too_many_numbers: 'Send fewer numbers, or use Send to Numbers in a File.',
	no_such_file: 'Connect a node that outputs a file, and enter the name of its binary field.',
	not_a_text_file: 'Export the numbers as a CSV or text file.',
	broken_csv: 'Export the file again, or remove the quotation mark that is never closed.',
	no_numbers: 'Check that the right file arrives, and that Column names the one with the numbers.',
	no_such_column: 'Enter the name or the number of a column of the file.',
	which_column: 'Enter the name or the number of the column that holds the numbers.',
	invalid_numbers:
		'Correct the numbers that the message names, or set If Numbers Are Invalid to Skip Them.',
	over_maximum_credits: 'Raise Maximum Credits, shorten the text, or send to fewer numbers.',
	balance_too_low: 'Top up the credits in ME-SMS, or send to fewer numbers.',
	cost_not_told:
		'Nothing was sent. Estimate the cost with Dry Run instead of Preview, or check the path of Preview Cost in the credential.',
	dry_run_may_have_sent:
		'Look at the newest messages in ME-SMS: this dry run may have been sent and charged. Report it to ME-SMS.',
	missing_uuid: 'Map the UUID that Send returned.',
	invalid_message_id: 'Map the UUID that Send returned.',
	invalid_value: 'Correct the value of this field.',
	missing_value: 'Enter a value for this field.',
	no_event:
		'Enter the UUID of a message whose numbers are in a final state, or publish the workflow and wait for an event.',
	missing_api_key: KEY_ADVICE,
	malformed_api_key: KEY_ADVICE,
	invalid_base_url: 'Enter the Base URL in the credential, usually https://me-sms.com/api/v2.',
	no_rows: PATH_RESPONSE_ADVICE,
	no_balance: PATH_RESPONSE_ADVICE,
	no_counts: 'ME-SMS sent the rows without counts. Count them with Recipient > Get Many.',
	rows_kept_changing: 'Run this again.',
	rows_incomplete: 'Nothing was done. Run this item again.',
	invalid_limit: 'Set Limit to 1 or more, or switch on Return All.',
	invalid_path: 'Enter a path such as /credits, as it stands after /api/v2.',
	missing_rows_name: 'Enter the name of the list in the response, e.g. recipients.',
	not_cancelled: 'Look at the state of the message with Get.',
	not_ready_in_time: 'Delivery continues. Get the summary later, or raise Maximum Wait.',
	payload_too_large: 'Send fewer numbers in one request.',
	outcomes_unknown:
		'ME-SMS left several outcomes unknown, so the rest was not sent. Look at the newest messages with Get Many, then run those items again.',
	missing_idempotency_key:
		'Enter a value for this item, e.g. the ID of a row, or remove the safeguard.',
	missing_guard_value:
		'Make the expression return a value for every item, e.g. false, or remove the safeguard.',
	history_too_small: 'Raise Idempotency History Size to more than the items of one run.',
	key_store_failed: 'Nothing was sent. Check the log of n8n, then run this again.',
	no_key_store: 'Update n8n to a version that keeps keys for nodes, or remove Idempotency Key.',
	not_checked: 'Nothing was sent, because a guard could not be checked. Run this again.',
	proxy_response:
		'This response did not come from ME-SMS. Check the proxy of this n8n and the Base URL in the credential.',
	not_an_api: 'Check the Base URL in the credential, usually https://me-sms.com/api/v2.',
	redirected: 'Enter the URL that it leads to as the Base URL in the credential.',
	rejected: 'ME-SMS returned no code. Its message says what was wrong.',
	no_evidence: UNKNOWN_ADVICE,
	outcome_unknown: UNKNOWN_ADVICE,
	preview_may_have_sent: `${UNKNOWN_ADVICE} Preview Cost Path in the credential may lead to a call that sends.`,
	unreadable_response: UNKNOWN_ADVICE,
	cancelled:
		'The execution was stopped. With the status "unknown", look at the newest messages with Get Many.',
	not_sent: 'Remove the cause, then run this item again.',
};

/** What a user can do about an error code, in a sentence. */
export function adviceFor(code: string): string | undefined {
	return Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
}
