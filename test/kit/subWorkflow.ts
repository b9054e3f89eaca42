import { DataDeduplicationService } from 'n8n-core';
import type {
	ExecuteWorkflowData,
	IDataDeduplicator,
	INode,
	INodeExecutionData,
	IWorkflowBase,
	Workflow,
} from 'n8n-workflow';

/**
 * What n8n does with a workflow that a node hands it: a trigger and n8n's Remove Duplicates with On
 * Error = Continue, as far as the kernel uses it.
 *
 * @throws for any other workflow
 */
export async function runSubWorkflow(
	{ code }: { code?: IWorkflowBase },
	input: INodeExecutionData[] = [],
	store: Pick<
		IDataDeduplicator,
		'checkProcessedAndRecord' | 'clearAllProcessedItems'
	> = DataDeduplicationService.getInstance(),
): Promise<ExecuteWorkflowData> {
	const [start, remove, ...others] = code?.nodes ?? [];
	const isKnown =
		start?.type === 'n8n-nodes-base.executeWorkflowTrigger' &&
		remove?.type === 'n8n-nodes-base.removeDuplicates' &&
		code?.connections[start.name]?.main[0]?.[0].node === remove.name &&
		others.length === 0;
	if (!isKnown) throw new Error('A workflow that tests do not know');
	const outputs = await work(code!, remove, input, store).catch((error: Error) => [
		[{ json: { error: error.message } }],
	]);
	return { executionId: '2', data: outputs };
}

async function work(
	{ id }: IWorkflowBase,
	node: INode,
	input: INodeExecutionData[],
	store: Pick<IDataDeduplicator, 'checkProcessedAndRecord' | 'clearAllProcessedItems'>,
): Promise<INodeExecutionData[][]> {
	const context = { workflow: { id } as Workflow, node };
	const { operation, incrementalDedupeValue } = node.parameters;
	if (operation === 'clearDeduplicationHistory') {
		await store.clearAllProcessedItems('node', context, { mode: 'entries' });
		return [input];
	}
	const { processed } = await store.checkProcessedAndRecord(
		[String(incrementalDedupeValue)],
		'node',
		context,
		{ mode: 'latestIncrementalKey' },
	);
	return processed.length === 0 ? [input, []] : [[], input];
}
