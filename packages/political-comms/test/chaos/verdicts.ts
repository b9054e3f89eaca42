import type { IDataObject } from 'n8n-workflow';

import { verdictOf as plainVerdictOf } from '../../../../test/chaos/verdict';

/**
 * What an input item ended in. `begun`: it failed, but it says itself that the account did what the
 * suite counts: what was started failed later, or its second step did.
 */
export type Verdict = 'accepted' | 'begun' | 'rejected' | 'unknown' | 'skipped' | 'dryRun';

const SAYS_BEGUN = /^It was (started|copied as \S+), but/;

/** Codes of responses that say that nobody knows; see the shared ones. */
const UNKNOWN_CODE =
	/\((INTERNAL_ERROR|SERVICE_UNAVAILABLE|BAD_GATEWAY|no_evidence)\)|HTTP status 5\d\d \(proxy_response\)/;

export function verdictOf(json: IDataObject): Verdict {
	const { status, message, error } = json;
	const text = error ?? message;
	if (status === 'dry_run') return 'dryRun';
	if (typeof text === 'string' && SAYS_BEGUN.test(text)) return 'begun';
	if (typeof error === 'string' && UNKNOWN_CODE.test(error)) return 'unknown';
	return plainVerdictOf(json);
}
