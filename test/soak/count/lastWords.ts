import type { Execution } from '../../../host/n8n';
import { isTaken, type Ask, type Asked } from '../asked';
import type { End } from '../uptime';
import type { Kind } from '../workflows';
import { askIn, byMarker } from './executions';

/** What is known of a soak that tells how long n8n takes. */
interface Known {
	asked: Pick<Asked, 'batches' | 'readings'>;
	executions: Record<Kind, Execution[]>;
	ends: readonly End[];
}

/**
 * Milliseconds before an end of n8n in which a 200 is no promise: n8n responds to a webhook first, and
 * writes the execution down afterwards (`webhook-helpers.js`). Twice the longest that this took in the
 * soak, because what took longest when n8n was ended shows nothing of it.
 */
export function lastWordsIn(known: Known): number {
	return 2 * Math.max(0, ...lagsIn(known));
}

/** How long after its response each execution had been written down and started, in milliseconds. */
function lagsIn({ asked, executions, ends }: Known): number[] {
	const kinds = ['orders', 'campaigns', 'readings'] as const;
	const ran = byMarker(
		kinds.flatMap((kind) => executions[kind]),
		askIn,
	);
	return [...asked.batches, ...asked.readings].flatMap(({ id, posts }: Ask) => {
		const [post, ...more] = posts;
		const started = Date.parse(ran.get(id)?.[0].startedAt ?? '');
		if (more.length > 0 || post === undefined || !isTaken(post) || Number.isNaN(started)) return [];
		// What n8n had not started before an end, it starts when it is back.
		if (ends.some(({ from }) => from >= post.to && from <= started)) return [];
		return [started - post.to];
	});
}
