import type { IDataObject } from 'n8n-workflow';

import { verdictOf as plainVerdictOf, type Verdict as Plain } from '../../../../test/chaos/verdict';

export type Verdict = Plain | 'dryRun';

/** Codes and words that say that nobody knows, besides the shared ones. */
const UNKNOWN_CODE = /\((no_evidence|dry_run_may_have_sent)\)|HTTP status 5\d\d \(proxy_response\)/;

/** What an outcome says. On the error output n8n leaves nothing of an item but the text of its error. */
export function verdictOf(json: IDataObject): Verdict {
	const { status, error } = json;
	if (status === 'dry_run') return 'dryRun';
	if (typeof error === 'string' && UNKNOWN_CODE.test(error)) return 'unknown';
	return plainVerdictOf(json);
}
