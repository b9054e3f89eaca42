import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';

import { readEvent, simplified } from '../../kernel/n8n/trigger/event';
import { events } from '../../nodes/Trackly/events';
import type { Sandbox } from '../../sandbox/trackly';
import { sampleOutputs } from './outputs';
import { schemaFile } from './schema';

/** Where n8n looks for what a node gives, beside the node. */
export const SCHEMAS = path.join(__dirname, '..', '..', 'nodes', 'Trackly', '__schema__');

/** What Send and Wait for Response goes on with; the engine alone cannot answer its page. */
const ANSWER: IDataObject = { data: { approved: true, respondedAt: '2026-04-11T19:06:13.337Z' } };

/** What the trigger gives for an event of each kind whose fields could all be read. */
const EVENTS = events.map(({ kind }) =>
	simplified({ ...readEvent(events, { event: kind }), complete: true }),
);

/** The text of every schema file, by its path below `__schema__`. */
export async function schemaFiles(sandbox: Sandbox): Promise<Map<string, string>> {
	const outputs = await sampleOutputs(sandbox);
	outputs.set('message/sendAndWait', [ANSWER]);
	return new Map([
		...[...outputs].map(([name, items]) => [`v1.0.0/${name}.json`, schemaFile(items)] as const),
		// The trigger has no operations.
		['v1.0.0.json', schemaFile(EVENTS)],
	]);
}
