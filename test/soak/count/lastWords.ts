import type { Execution } from '../../../host/n8n';
import { isTaken, isThanked, type Asked, type Post } from '../asked';
import type { End } from '../uptime';
import type { Kind } from '../workflows';
import { askIn, byMarker } from './executions';

/** What is known of a soak that tells how long n8n takes. */
interface Known {
	asked: Pick<Asked, 'batches' | 'readings' | 'questions'>;
	executions: Record<Kind, Execution[]>;
	ends: readonly End[];
}

/**
 * Milliseconds before an end of n8n in which a 200 is no promise: n8n may respond first and write down
 * afterwards what it took, as it does with an answer on a question's page (`webhook-helpers.js`). Twice
 * the longest that this took in the soak, because what took longest when n8n was ended shows nothing of it.
 */
export function lastWordsIn({ asked, executions, ends }: Known): number {
	const lagOf = ({ to }: Post, written: string | null | undefined) => {
		const at = Date.parse(written ?? '');
		// What n8n had not written before an end, it may do once it is back.
		const spansAnEnd = ends.some(({ from }) => from >= to && from <= at);
		return Number.isNaN(at) || spansAnEnd ? 0 : at - to;
	};
	const ran = byMarker(Object.values(executions).flat(), askIn);
	const starts = [...asked.batches, ...asked.readings].map(({ id, posts: [post, ...more] }) =>
		post !== undefined && more.length === 0 && isTaken(post)
			? lagOf(post, ran.get(id)?.[0].startedAt)
			: 0,
	);
	// It has been written down at the latest when the execution that continued has ended.
	const answers = asked.questions.map(({ id, presses }) => {
		const thanked = presses.find(isThanked);
		const ended = ran.get(id)?.find(({ status }) => status === 'success');
		return thanked === undefined ? 0 : lagOf(thanked, ended?.stoppedAt);
	});
	return 2 * Math.max(0, ...starts, ...answers);
}
