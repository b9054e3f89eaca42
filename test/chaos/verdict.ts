import type { IDataObject } from 'n8n-workflow';

/** What an input item ended in, as its output item says. */
export type Verdict = 'accepted' | 'rejected' | 'unknown' | 'skipped';

/** Codes that say that nobody knows. */
const UNKNOWN_CODE = /\((outcome_unknown|unreadable_response|http_5\d\d)\)/;

/** On the error output n8n leaves nothing of an item but the text of its error. */
export function verdictOf({ status, error }: IDataObject): Verdict {
	if (typeof error === 'string') return UNKNOWN_CODE.test(error) ? 'unknown' : 'rejected';
	return status === 'rejected' || status === 'unknown' || status === 'skipped'
		? status
		: 'accepted';
}
