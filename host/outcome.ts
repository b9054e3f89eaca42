import type {
	ExecutionError,
	INodeExecutionData,
	ITaskData,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { Execution } from './types';

/** Every run of a node in an execution, in order; none when it was not reached. */
export function nodeRuns(execution: Execution, node: string): ITaskData[] {
	return execution.data.resultData.runData[node] ?? [];
}

/** The items a node gave on one of its outputs in its last run. */
export function nodeOutput(execution: Execution, node: string, output = 0): INodeExecutionData[] {
	return nodeRuns(execution, node).at(-1)?.data?.main[output] ?? [];
}

/** What made a node fail in its last run. */
export function nodeError(execution: Execution, node: string): ExecutionError | undefined {
	return nodeRuns(execution, node).at(-1)?.error;
}

/** The notes above a node's output in the editor. */
export function nodeHints(execution: Execution, node: string): NodeExecutionHint[] {
	return nodeRuns(execution, node).flatMap(({ hints }) => hints ?? []);
}
