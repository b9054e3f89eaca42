import type { IDataObject } from 'n8n-workflow';

import { readEvent, simplified } from '../../kernel/n8n/trigger/event';
import type { Trigger } from '../../kernel/n8n/trigger/trigger';
import { schemaFile } from './schema';

/**
 * The text of every schema file of a node, by its path below `__schema__`.
 *
 * @param outputs what operations give, by `resource/operation`
 * @param trigger in the same folder; nothing without one
 */
export function schemaFiles(
	outputs: ReadonlyMap<string, readonly IDataObject[]>,
	trigger: Pick<Trigger, 'events' | 'eventIdName'> | undefined,
): Map<string, string> {
	// What the trigger gives for an event of each kind whose fields could all be read.
	const readable = (trigger?.events ?? []).map(({ kind }) =>
		simplified(
			{ ...readEvent(trigger!.events, { event: kind }), complete: true },
			trigger!.eventIdName,
		),
	);
	return new Map([
		...[...outputs].map(([name, items]) => [`v1.0.0/${name}.json`, schemaFile(items)] as const),
		// The trigger has no operations.
		...(readable.length > 0 ? [['v1.0.0.json', schemaFile(readable)] as const] : []),
	]);
}
