import { parse } from 'flatted';
import type { IRunExecutionData, INodeExecutionData, ITaskData } from 'n8n-workflow';

/** An execution as n8n keeps it. */
export interface Execution {
	id: string;
	workflowId: string;
	status: string;
	mode: string;
	data: IRunExecutionData;
}

/** An execution as n8n's own interface gives it: its data is a text. */
export type StoredExecution = Omit<Execution, 'data'> & { data: string };

/** Unpacks the data of an execution. */
export function readExecution(stored: StoredExecution): Execution {
	return { ...stored, data: parse(stored.data) as IRunExecutionData };
}

/** One run of a node (the first unless said otherwise), or `undefined` when it did not run. */
export function nodeRun(execution: Execution, node: string, run = 0): ITaskData | undefined {
	return execution.data.resultData.runData[node]?.[run];
}

/** Items of one output of a node's first run; none when it did not run. */
export function nodeOutput(execution: Execution, node: string, output = 0): INodeExecutionData[] {
	return nodeRun(execution, node)?.data?.main[output] ?? [];
}

/** The error a node ended with, or the one that ended the execution. */
export function errorOf(
	execution: Execution,
	node: string,
): { message: string; description?: string | null } | undefined {
	return nodeRun(execution, node)?.error ?? execution.data.resultData.error;
}

const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);

export function hasEnded({ status }: Pick<Execution, 'status'>): boolean {
	return ENDED.has(status);
}
