import { join } from 'node:path';
import type { IDataObject, INode } from 'n8n-workflow';

import { readExampleOf } from '../../../demo/example';
import type { WorkflowFile } from '../../../host/n8n';
import { customersSheet } from './customers';

/** An example of the package. */
export function readExample(name: string): WorkflowFile {
	return readExampleOf(join(__dirname, '..'), name);
}

/**
 * The campaign with the sheet of the demo, and with the approval as if somebody had pressed the button in
 * Slack: n8n does not run a node that has pinned data.
 */
export function campaign(): WorkflowFile {
	const example = readExample('campaign-from-sheet');
	const pinData = {
		...example.pinData,
		Customers: customersSheet().map((json) => ({ json })),
		'Ask for Approval': [{ json: { data: { approved: true } } }],
	};
	return { ...example, pinData: pinData as unknown as IDataObject };
}

/** Where the answers go. */
const SHEET = 'Update the Row';

/**
 * Its answers, with a node that does nothing in place of the sheet: n8n publishes no workflow with a node that
 * is not set up. Those too that were there before it was published, so that the demo waits for no minute.
 */
export function answers(): WorkflowFile {
	const example = readExample('answers-into-sheet');
	return { ...example, nodes: example.nodes.map(forDemo), pinData: {} };
}

function forDemo(node: INode): INode {
	if (node.name === SHEET) {
		return { ...node, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
	}
	if (node.name !== 'ME-SMS Trigger') return node;
	return { ...node, parameters: { ...node.parameters, options: { includeExisting: true } } };
}
