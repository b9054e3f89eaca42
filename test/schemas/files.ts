import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { readEvent, simplified } from '../../kernel/n8n/trigger/event';
import { events } from '../../nodes/Trackly/events';
import { schemaFile } from './schema';

/** Where n8n looks for what a node gives, beside the node. */
export const SCHEMAS = path.join(__dirname, '..', '..', 'nodes', 'Trackly', '__schema__');

/** What the trigger gives for an event of each kind whose fields could all be read. */
const EVENTS = events.map(({ kind }) =>
	simplified({ ...readEvent(events, { event: kind }), complete: true }),
);

/**
 * The text of every schema file, by its path below `__schema__`.
 *
 * @param outputs what operations give, by `resource/operation`
 */
export function schemaFiles(outputs: ReadonlyMap<string, readonly IDataObject[]>) {
	return new Map([
		...[...outputs].map(([name, items]) => [`v1.0.0/${name}.json`, schemaFile(items)] as const),
		// The trigger has no operations.
		['v1.0.0.json', schemaFile(EVENTS)],
	]);
}
