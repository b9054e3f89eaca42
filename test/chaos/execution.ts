import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IConnections,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	IRunExecutionData,
} from 'n8n-workflow';

import { nodeOf, SOURCE } from '../kit/engine';
import type { Harness } from '../kit/harness';
import { loopType } from './loop';
import type { KillableExecutions } from './killableExecutions';
import { reportedIn, type Reported } from './reported';

const LOOP = 'Loop';

export interface ExecutionInput {
	/** The package whose node runs. */
	harness: Harness;
	parameters: INodeParameters;
	settings: Partial<INode>;
	items: IDataObject[];
	/** Files of the items, by place. */
	files?: IBinaryKeyData[];
	/** Items of one round of a loop; without it there is no loop. */
	loopSize?: number;
	credential: ICredentialDataDecryptedObject;
	/** The execution dies as it is about to make this request, counted from 1. */
	diesAtRequest?: number;
	/** Somebody presses Stop as it is about to make this request. */
	stopsAtRequest?: number;
	executionId?: string;
}

export interface ExecutionResult {
	status: 'success' | 'error' | 'stopped' | 'dead';
	/** What stopped it. */
	error?: string;
	reported: Reported[];
	/** What n8n would keep of it, for a retry manually. */
	data?: IRunExecutionData;
}

/** Runs a node in n8n-core's engine, with or without a loop around it. */
export async function execute(
	executions: KillableExecutions,
	input: ExecutionInput,
): Promise<ExecutionResult> {
	const items = input.items.map((json, place) => {
		const binary = input.files?.[place];
		return { json, ...(binary && { binary }) };
	});
	const data = createRunExecutionData({
		startData: {},
		resultData: { runData: {}, pinData: { [SOURCE]: items } },
		executionData: {
			contextData: {},
			nodeExecutionStack: [
				{ node: nodeOf(SOURCE, 'test.source', {}), data: { main: [items] }, source: null },
			],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	});
	return await run(executions, input, data);
}

/** Runs a failed execution again as n8n does manually: from what it kept, at the node that failed. */
export async function retryManually(
	executions: KillableExecutions,
	input: ExecutionInput,
	{ data }: ExecutionResult,
): Promise<ExecutionResult> {
	// Through text, as it goes to n8n's database and back.
	const kept = JSON.parse(JSON.stringify(data)) as IRunExecutionData;
	delete kept.resultData.error;
	const runs = kept.resultData.runData[kept.resultData.lastNodeExecuted ?? ''];
	if (runs?.at(-1)?.error !== undefined) runs.pop();
	return await run(executions, input, createRunExecutionData(kept));
}

async function run(
	executions: KillableExecutions,
	input: ExecutionInput,
	start: IRunExecutionData,
): Promise<ExecutionResult> {
	const { harness, loopSize } = input;
	const node = harness.nodeOf(input.parameters, input.settings);
	const workflow = new Workflow({
		id: 'chaos',
		active: false,
		nodeTypes: harness.nodeTypes({ 'test.loop': loopType }),
		settings: { executionOrder: 'v1' },
		nodes: [
			nodeOf(SOURCE, 'test.source', {}),
			nodeOf(LOOP, 'test.loop', { size: loopSize ?? 0 }),
			node,
		],
		connections: loopSize === undefined ? straightTo(node.name) : loopedAround(node.name),
	});
	const additional = harness.additionalData(input.credential);
	if (input.executionId !== undefined) additional.executionId = input.executionId;
	let stop = () => {};
	const death = executions.watch(workflow, additional.credentialsHelper, {
		diesAt: input.diesAtRequest,
		stopsAt: input.stopsAtRequest,
		stop: () => stop(),
	});
	const running = new WorkflowExecute(additional, 'manual', start).processRunExecutionData(
		workflow,
	);
	let isStopped = false;
	stop = () => {
		isStopped = true;
		running.cancel();
	};
	const ended = await Promise.race([running, death]);
	if (ended === 'dead') return { status: 'dead', reported: [] };
	const { data } = ended;
	const { error } = data.resultData;
	const failed = error ? 'error' : 'success';
	return {
		status: isStopped ? 'stopped' : failed,
		error: error?.message,
		reported: reportedIn(data.resultData.runData[node.name] ?? [], loopSize),
		data,
	};
}

const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
const straightTo = (node: string): IConnections => ({ [SOURCE]: { main: [to(node)] } });
const loopedAround = (node: string): IConnections => ({
	[SOURCE]: { main: [to(LOOP)] },
	[LOOP]: { main: [[], to(node)] },
	[node]: { main: [to(LOOP), to(LOOP)] },
});
