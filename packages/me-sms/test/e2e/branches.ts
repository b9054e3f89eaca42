import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../../../host/n8n';
import { node } from '../../../../test/e2e/workflow';

const FILES = 'n8n-nodes-base.readWriteFile';

/** A node that reads a file from n8n's disk. */
export function readFileNode(file: string): INode {
	return node('Read', FILES, { operation: 'read', fileSelector: file, options: {} });
}

/** A node that writes the file of an item to n8n's disk. */
export function writeFileNode(file: string): INode {
	const parameters: INodeParameters = { operation: 'write', fileName: file, options: {} };
	return node('Write', FILES, { ...parameters, dataPropertyName: 'data' });
}

/** A workflow, started manually, of rows of nodes; rows may begin with the same ones. */
export function branches(...rows: INode[][]): WorkflowFile {
	const start = node('Start', 'n8n-nodes-base.manualTrigger', {});
	const nodes = new Map([[start.name, start]]);
	const followers = new Map<string, Set<string>>();
	for (const row of rows) {
		let before = start.name;
		for (const each of row) {
			nodes.set(each.name, each);
			followers.set(before, (followers.get(before) ?? new Set()).add(each.name));
			before = each.name;
		}
	}
	const connections = Object.fromEntries(
		[...followers].map(([name, next]) => [
			name,
			{ main: [[...next].map((to) => ({ node: to, type: 'main' as const, index: 0 }))] },
		]),
	);
	const settings = { executionOrder: 'v1' };
	return { name: 'Branches', nodes: [...nodes.values()], connections, settings };
}
