import type { RequestEntry } from '../../sandbox/core';

/** Whether the client cannot know from the answer what was done. */
export function answerIsLost({ status, fault }: RequestEntry): boolean {
	return status === null || status >= 500 || fault === 'truncate' || fault === 'not_json';
}
