import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../host/n8n';
import { list } from '../kit/account';
import { nodeWith } from '../e2e/anyWorld';
import { webhookWorkflow } from '../e2e/workflow';
import { node, trackly, type World } from '../e2e/world';
import { THANKS } from './asked';

/** The workflows of a soak. */
export const KINDS = ['orders', 'campaigns', 'questions', 'readings', 'events'] as const;
export type Kind = (typeof KINDS)[number];

/** Each node of Trackly's that is looked at, whatever the workflow. */
export const NODE = 'Trackly';
export const TRIGGER = 'Trackly Trigger';
/** What a contact gets for a reply. */
export const ANSWER = 'You said: ';

const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 200 } satisfies Partial<INode>;

const ONE: INodeParameters = {
	resource: 'message',
	operation: 'send',
	listNumber: list(),
	to: '={{ $json.to }}',
	body: '={{ $json.body }}',
};
const MANY: INodeParameters = {
	resource: 'message',
	operation: 'sendMany',
	listNumber: list(),
	columns: { mappingMode: 'autoMapInputData', value: null },
	safeguards: { idempotencyKey: '={{ $json.key }}', skipOptedOut: true },
};
const QUESTION: INodeParameters = {
	resource: 'message',
	operation: 'sendAndWait',
	listNumber: list(),
	to: '={{ $json.to }}',
	message: '={{ $json.body }}',
	options: { wrapLinks: false, thanksText: THANKS },
};
const ALL = { operation: 'getAll', returnAll: true };
const ANSWERING: INodeParameters = {
	resource: 'message',
	operation: 'send',
	listNumber: list(),
	to: '={{ $json.phone_number }}',
	body: `=${ANSWER}{{ $json.text }}`,
	safeguards: { idempotencyKey: '={{ $json.event_id }}' },
};

/** The workflow files, for a world's credential. */
export function workflowsOf(world: World): Record<Kind, WorkflowFile> {
	const texting = (parameters: INodeParameters) => trackly(world, parameters, RETRY);
	const lists = { ...texting({ resource: 'list', ...ALL }), id: 'Lists', name: 'Lists' };
	const contacts = texting({ resource: 'contact', ...ALL });
	return {
		orders: webhookWorkflow('orders', texting(ONE)),
		campaigns: webhookWorkflow('campaigns', texting(MANY)),
		questions: webhookWorkflow('questions', texting(QUESTION)),
		readings: webhookWorkflow('readings', lists, { ...contacts, executeOnce: true }),
		events: eventsWorkflow(world, texting(ANSWERING)),
	};
}

/** Registers itself, and answers replies. */
function eventsWorkflow({ credential }: World, answer: INode): WorkflowFile {
	const trigger = nodeWith(
		credential,
		[TRIGGER, 'n8n-nodes-trackly.tracklyTrigger'],
		{ events: ['delivery', 'reply', 'unsubscribe'] },
		{ webhookId: '5d1f6c0e-1111-4222-8333-444455556666' },
	);
	const replies = node(
		'Replies',
		'n8n-nodes-base.filter',
		{
			conditions: {
				options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
				combinator: 'and',
				conditions: [
					{
						id: 'reply',
						leftValue: '={{ $json.event }}',
						rightValue: 'reply',
						operator: { type: 'string', operation: 'equals' },
					},
				],
			},
		},
		{ typeVersion: 2.2 },
	);
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return {
		name: 'events',
		nodes: [trigger, replies, answer],
		connections: { [TRIGGER]: to('Replies'), Replies: to(NODE) },
		settings: { executionOrder: 'v1' },
	};
}
