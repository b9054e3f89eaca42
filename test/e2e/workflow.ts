import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import {
	nodeError,
	nodeOutput,
	type Execution,
	type N8nHost,
	type WorkflowFile,
} from '../../host/n8n';

/** A node of a workflow. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters, ...settings };
}

/** A workflow that runs each of the last nodes on the given items when started by hand. */
export function manualWorkflow(items: IDataObject[], ...last: INode[]): WorkflowFile {
	const names = last.map(({ name }) => name);
	return {
		name: `On ${items.length} items: ${names.join(', ')}`,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Items', 'n8n-nodes-base.noOp', {}),
			...last,
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))] },
		},
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) } as unknown as IDataObject,
	};
}

/**
 * A workflow that runs nodes, one after the other, on the `items` of each request to its webhook,
 * which responds immediately.
 */
export function webhookWorkflow(path: string, ...nodes: INode[]): WorkflowFile {
	const all = [
		node(
			'Webhook',
			'n8n-nodes-base.webhook',
			{ path, httpMethod: 'POST', options: {} },
			{ webhookId: path, typeVersion: 2 },
		),
		node('Items', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.items', options: {} }),
		...nodes,
	];
	const connections = Object.fromEntries(
		all
			.slice(1)
			.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
	);
	return { name: path, nodes: all, connections, settings: { executionOrder: 'v1' } };
}

/** Gives a saved manual workflow other items to start with. */
export async function pin(n8n: N8nHost, id: string, items: IDataObject[]): Promise<void> {
	const { versionId } = await n8n.rest<{ versionId: string }>('GET', `/workflows/${id}`);
	const pinData = { Items: items.map((json) => ({ json })) };
	await n8n.rest('PATCH', `/workflows/${id}`, { versionId, pinData });
}

/** What became of a run of a node. */
export interface Ended {
	status: Execution['status'];
	items: IDataObject[];
	errorItems: IDataObject[];
	/** What the node failed with. */
	error: string | undefined;
}

/** What an execution says of one of its nodes. */
export function endOf(execution: Execution, name: string): Ended {
	const outputOf = (output: number) => nodeOutput(execution, name, output).map(({ json }) => json);
	return {
		status: execution.status,
		items: outputOf(0),
		errorItems: outputOf(1),
		error: nodeError(execution, name)?.message,
	};
}
