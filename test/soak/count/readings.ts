import { nodeOutput, type Execution } from '../../../host/n8n';
import type { Reading } from '../asked';
import { NODE } from '../workflows';
import { isDead } from './executions';
import { fateOfPosts, type Counted } from './texts';

/** What became of readings. */
export interface ReadingCounts {
	asked: number;
	/** Everything was read. */
	complete: number;
	/** Something was missing, or n8n took it and has not run. */
	lost: number;
	/** n8n died with it. */
	unknown: number;
	/** n8n was down and did not take them. */
	notTaken: number;
}

export const NO_READINGS: ReadingCounts = {
	asked: 0,
	complete: 0,
	lost: 0,
	unknown: 0,
	notTaken: 0,
};

const LISTS = 3;

/**
 * Counts what became of a reading.
 *
 * @param executions in the order of their starts
 * @param mostContacts that there can have been
 */
export function countReading(
	reading: Reading,
	executions: readonly Execution[],
	mostContacts: number,
	isDoubtful: (at: number) => boolean,
): Counted<ReadingCounts> {
	const counts = { ...NO_READINGS, asked: 1 };
	const last = executions.at(-1);
	if (last === undefined) {
		const fate = fateOfPosts(reading.posts, isDoubtful);
		counts[fate]++;
		return { counts, wrong: fate === 'lost' ? [`${reading.id}: n8n has not run`] : [] };
	}
	if (isDead(last)) return { counts: { ...counts, unknown: 1 }, wrong: [] };
	const lists = nodeOutput(last, 'Lists').length;
	const contacts = nodeOutput(last, NODE).length;
	const isComplete =
		last.status === 'success' &&
		lists === LISTS &&
		contacts >= reading.contacts &&
		contacts <= mostContacts;
	if (isComplete) return { counts: { ...counts, complete: 1 }, wrong: [] };
	const what = `execution ${last.id} is ${last.status} with ${lists} lists and ${contacts} of ${reading.contacts} to ${mostContacts} contacts`;
	return { counts: { ...counts, lost: 1 }, wrong: [`${reading.id}: ${what}`] };
}
