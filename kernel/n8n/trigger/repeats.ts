import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { EVENT_ID } from './event';

/** Events that are remembered for one node: the last ones. */
const REMEMBERED = 1_000;
/** Nodes that are remembered: those that were called last. */
const NODES = 200;

/** Ids of the events that started workflows, in this process, by node; the oldest first. */
const seen = new Map<string, Set<string>>();

/**
 * Leaves out events that this process has taken already. n8n keeps nothing that a webhook writes, so
 * after a restart, and with several processes, a repeat can pass: its id tells it.
 *
 * An event counts as taken only once the response to it said so: one that n8n could not take is
 * delivered again, and must not be lost.
 */
export function withoutRepeats(context: IWebhookFunctions, items: IDataObject[]): IDataObject[] {
	const known = eventsOf(context);
	const fresh = items.filter(({ [EVENT_ID]: eventId }) => !known.has(String(eventId)));
	const response = context.getResponseObject();
	response.once('finish', () => {
		if (response.statusCode >= 300) return;
		for (const { [EVENT_ID]: eventId, verified } of fresh) {
			// What nobody signed changes nothing.
			if (verified !== false) remember(known, String(eventId));
		}
	});
	return fresh;
}

function eventsOf(context: IWebhookFunctions): Set<string> {
	const node = `${context.getWorkflow().id}/${context.getNode().id}`;
	const known = seen.get(node) ?? new Set();
	seen.delete(node);
	seen.set(node, known);
	const [oldest] = seen.keys();
	if (seen.size > NODES) seen.delete(oldest);
	return known;
}

function remember(known: Set<string>, eventId: string): void {
	known.add(eventId);
	const [oldest] = known;
	if (known.size > REMEMBERED) known.delete(oldest);
}
