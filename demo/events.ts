import { setTimeout as sleep } from 'node:timers/promises';

import { nodeOutput, type Execution, type N8nHost } from '../host/n8n';

/** The part of a simulated account that hands its events over. */
export interface EventSource {
	status(): { idle: boolean };
	journal(): { summary(): { webhooks: { accepted: number } } };
}

/** A workflow that an event starts, and the account that the events come from. */
export interface EventFlow {
	n8n: N8nHost;
	source: EventSource;
	workflowId: string;
}

const DEADLINE = 600_000; // ms; a busy machine runs a few executions a second
const POLL = 500; // ms
const TELL = 5_000; // ms

/**
 * Waits until the account has handed over every event and n8n has run on each.
 *
 * @param expected about how many there will be
 * @param say takes a line for people now and then
 * @throws Error when that takes longer than ten minutes
 */
export async function waitForEvents(
	{ n8n, source, workflowId }: EventFlow,
	expected: number,
	say: (line: string) => void,
): Promise<void> {
	const began = Date.now();
	for (let told = began; ; await sleep(POLL)) {
		const { accepted } = source.journal().summary().webhooks;
		const finished = await n8n.countExecutions({ workflowId, status: 'success' });
		// What an execution sends makes new events: nothing may have come since the first look.
		const quiet = source.status().idle && source.journal().summary().webhooks.accepted === accepted;
		if (quiet && finished >= accepted) return;
		const now = Date.now();
		if (now - began > DEADLINE) {
			throw new Error(
				`n8n ran on ${finished} of ${accepted} events in ${DEADLINE / 60_000} minutes`,
			);
		}
		if (now - told < TELL) continue;
		const left = ((expected - finished) * (now - began)) / 1_000 / finished;
		const estimate = finished > 0 && left >= 1 ? `, about ${Math.round(left)} s left` : '';
		say(`  n8n has run on ${finished} of about ${expected} events${estimate}`);
		told = now;
	}
}

/** What each execution of a workflow output at a node: its items, without those of other nodes. */
export function itemsOf<Item>(executions: readonly Execution[], node: string): Item[] {
	return executions.flatMap((execution) =>
		nodeOutput(execution, node).map(({ json }) => json as Item),
	);
}
