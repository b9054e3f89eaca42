import type { Execution } from '../../../host/n8n';
import type { ReceivedText } from '../../../sandbox/trackly';
import type { WebhookAttempt } from '../../../sandbox/core/journal/journal';
import type { Said } from '../asked';
import { byMarker, objectWith } from './executions';
import type { Counted } from './texts';

/** What became of what contacts and texts did. */
export interface EventCounts {
	happened: number;
	/** Started the workflow, which ended well. */
	heard: number;
	/** Taken by n8n, and the workflow did not run. */
	lost: number;
	/** Started the workflow once more, although the response to no earlier post got lost. */
	twice: number;
	/** The same, after a response got lost: n8n is told at least once. */
	repeated: number;
	/** Posts to n8n that it did not take, and that were made again. */
	retriedPosts: number;
}

/** Everything that is known of the events. */
export interface EventStory {
	said: readonly Said[];
	/** What phones received. */
	texts: readonly ReceivedText[];
	attempts: readonly WebhookAttempt[];
	/** Executions of the workflow that events start. */
	executions: readonly Execution[];
	/** Whether what n8n took at a time may have died with it. */
	isDoubtful: (at: number) => boolean;
}

/** What tells an event from others, in a post and in an item of the trigger. */
export function eventKey(event: object): string {
	const { event: kind, ...rest } = event as Record<string, unknown>;
	const about = {
		reply: rest.text ?? rest.body,
		unsubscribe: rest.phone_number ?? rest.phone,
		delivery: rest.message_id,
	}[String(kind)];
	return `${String(kind)} ${String(about)}`;
}

/** The event that an execution was started by. */
export function eventIn({ data }: Execution): string | undefined {
	const item = objectWith(data, 'event_id');
	return item && eventKey(item);
}

/** Everything that is known of one event. */
interface Heard {
	key: string;
	attempts: WebhookAttempt[];
	executions: Execution[];
}

function heardOf({ said, texts, attempts, executions }: EventStory): Heard[] {
	const keys = [
		...said.map(eventKey),
		...texts.map(({ messageId }) => eventKey({ event: 'delivery', message_id: messageId })),
	];
	const ran = byMarker(executions, eventIn);
	const posted = new Map<string, WebhookAttempt[]>();
	for (const attempt of attempts) {
		const key = eventKey(JSON.parse(attempt.body) as object);
		posted.set(key, [...(posted.get(key) ?? []), attempt]);
	}
	return keys.map((key) => ({
		key,
		attempts: posted.get(key) ?? [],
		executions: ran.get(key) ?? [],
	}));
}

/** Counts what became of the events. */
export function countEvents(story: EventStory): Counted<EventCounts> {
	const wrong: string[] = [];
	const counts = { happened: 0, heard: 0, lost: 0, twice: 0, repeated: 0, retriedPosts: 0 };
	for (const heard of heardOf(story)) {
		const { key, attempts, executions } = heard;
		counts.happened++;
		counts.retriedPosts += attempts.filter(({ outcome }) => outcome === 'retry').length;
		const starts = executions.filter(({ retryOf }) => !retryOf).length;
		const more = Math.max(0, starts - 1);
		const explained = Math.min(more, doubtfulPosts(heard, story));
		counts.repeated += explained;
		counts.twice += more - explained;
		if (executions.some(({ status }) => status === 'success')) counts.heard++;
		else if (executions.length === 0 && !attempts.some(isAccepted)) {
			wrong.push(`${key} was never taken by n8n`);
		} else {
			counts.lost++;
			const ends = executions.map(({ id, status }) => `execution ${id} is ${status}`);
			wrong.push(`${key} was taken by n8n and lost: ${ends.join(', ') || 'no execution'}`);
		}
	}
	return { counts, wrong };
}

/**
 * Posts that n8n took in its last moments and has no execution of: the account has to make them again,
 * as its owner does in the dashboard. Their numbers, from 1.
 */
export function unheardPosts(story: EventStory): number[] {
	return heardOf(story).flatMap((heard) => {
		const taken = heard.attempts.filter(isAccepted);
		const died = taken.length > 0 && taken.every(({ at }) => story.isDoubtful(Date.parse(at)));
		const isUnheard = heard.executions.length === 0 && died;
		return isUnheard ? [story.attempts.indexOf(taken[taken.length - 1]) + 1] : [];
	});
}

const isAccepted = ({ outcome }: WebhookAttempt) => outcome === 'accepted';

/** Posts whose response says nothing of whether the workflow ran. */
function doubtfulPosts({ attempts }: Heard, { isDoubtful }: EventStory): number {
	return attempts.filter(({ status, at }) => status === null || isDoubtful(Date.parse(at))).length;
}
