import type { INodeParameters } from 'n8n-workflow';

import { nodeWith } from '../../../../test/e2e/anyWorld';
import { node } from '../../../../test/e2e/workflow';
import { TRIGGER_TYPE, type World } from './world';

export const TRIGGER = 'ME-SMS Trigger';
export const DUPLICATES = 'Remove Duplicates';

/** n8n polls once a minute for each of its times, so that sixty of them make a poll every second. */
const EVERY_SECOND = {
	item: Array.from({ length: 60 }, (_, second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** A workflow of the trigger, polled every second, and n8n's Remove Duplicates on `eventId`. */
export async function importTrigger(
	{ n8n, credential }: World,
	parameters: INodeParameters,
): Promise<string> {
	const trigger = nodeWith(credential, [TRIGGER, TRIGGER_TYPE], {
		pollTimes: EVERY_SECOND,
		...parameters,
	});
	const once = node(
		DUPLICATES,
		'n8n-nodes-base.removeDuplicates',
		{ operation: 'removeItemsSeenInPreviousExecutions', dedupeValue: '={{ $json.eventId }}' },
		{ typeVersion: 2 },
	);
	return await n8n.importWorkflow({
		name: 'Recipients',
		nodes: [trigger, once],
		connections: { [TRIGGER]: { main: [[{ node: DUPLICATES, type: 'main', index: 0 }]] } },
	});
}
