import type { IDataObject } from 'n8n-workflow';

import { readEvent, simplified, type WebhookEvent } from '../../kernel/n8n/trigger/event';
import { schemaFile } from './schema';

/**
 * The text of every schema file of a node, by its path below `__schema__`.
 *
 * @param outputs what operations give, by `resource/operation`
 * @param events what the trigger in the same folder starts at; none without a trigger
 */
export function schemaFiles(
	outputs: ReadonlyMap<string, readonly IDataObject[]>,
	events: readonly WebhookEvent[],
): Map<string, string> {
	// What the trigger gives for an event of each kind whose fields could all be read.
	const readable = events.map(({ kind }) =>
		simplified({ ...readEvent(events, { event: kind }), complete: true }),
	);
	return new Map([
		...[...outputs].map(([name, items]) => [`v1.0.0/${name}.json`, schemaFile(items)] as const),
		// The trigger has no operations.
		...(events.length > 0 ? [['v1.0.0.json', schemaFile(readable)] as const] : []),
	]);
}
