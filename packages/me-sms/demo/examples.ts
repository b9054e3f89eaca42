import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

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

/** Its answers, those too that were there before the workflow was published: the demo waits for no minute. */
export function answers(): WorkflowFile {
	const example = readExample('answers-into-sheet');
	return {
		...example,
		nodes: example.nodes.map((node) =>
			node.name === 'ME-SMS Trigger'
				? { ...node, parameters: { ...node.parameters, options: { includeExisting: true } } }
				: node,
		),
	};
}
