import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow, type INodeParameters } from 'n8n-workflow';

import { list } from '../../kit/account';
import { nodeOf, SOURCE } from '../../kit/engine';
import { loopType } from '../../chaos/loop';
import { trackly } from '../trackly';
import { orders, useOperations } from './api';

/** The pace is kept across the runs of a loop, for which n8n runs the node again and again. */
const { stub, writes } = useOperations();
const LOOP = 'Loop';

/** Runs the node in a loop over five items, one at a time. @returns how long it took */
async function loopOverFive(parameters: INodeParameters): Promise<number> {
	const node = trackly.nodeOf(parameters);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	const workflow = new Workflow({
		id: 'pace',
		active: false,
		nodeTypes: trackly.nodeTypes({ 'test.loop': loopType }),
		settings: { executionOrder: 'v1' },
		nodes: [nodeOf(SOURCE, 'test.source', {}), nodeOf(LOOP, 'test.loop', { size: 1 }), node],
		connections: {
			[SOURCE]: { main: [to(LOOP)] },
			[LOOP]: { main: [[], to(node.name)] },
			[node.name]: { main: [to(LOOP)] },
		},
	});
	const items = orders(5).map((json) => ({ json }));
	const execution = new WorkflowExecute(
		trackly.additionalData(stub.credential()),
		'manual',
		createRunExecutionData({
			startData: {},
			resultData: { runData: {}, pinData: { [SOURCE]: items } },
			executionData: {
				contextData: {},
				nodeExecutionStack: [
					{ node: workflow.getNode(SOURCE)!, data: { main: [items] }, source: null },
				],
				metadata: {},
				waitingExecution: {},
				waitingExecutionSource: {},
			},
		}),
	);
	const started = Date.now();
	const { data } = await execution.processRunExecutionData(workflow);
	expect(data.resultData.error).toBeUndefined();
	expect(writes()).toHaveLength(5);
	return Date.now() - started;
}

const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };

it.each<[string, INodeParameters]>([
	[
		'Send',
		{
			resource: 'message',
			operation: 'send',
			listNumber: list(),
			to: '={{ $json.to }}',
			body: 'Hi',
			additionalFields: {},
		},
	],
	['Send Many', { resource: 'message', operation: 'sendMany', listNumber: list(), ...automatic }],
])('%s: two texts a second are two a second in a loop too', async (_, usual) => {
	const took = await loopOverFive({ ...usual, safeguards: { textsPerSecond: 2 } });
	expect(took).toBeGreaterThanOrEqual(2_000);
});
