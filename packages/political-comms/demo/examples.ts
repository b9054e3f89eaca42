import { join } from 'node:path';

import { readExampleOf } from '../../../demo/example';
import type { WorkflowFile } from '../../../host/n8n';

/** An example of the package. */
export function readExample(name: string): WorkflowFile {
	return readExampleOf(join(__dirname, '..'), name);
}

/**
 * The first example with a file to import, and with the approval as if somebody had pressed the button
 * in Slack: n8n does not run a node that has pinned data.
 */
export function listToReport(fileUrl: string): WorkflowFile {
	const example = readExample('list-to-report');
	return {
		...example,
		nodes: example.nodes.map((node) =>
			node.name === 'Import Contacts'
				? { ...node, parameters: { ...node.parameters, sourceUrl: fileUrl } }
				: node,
		),
		pinData: { ...example.pinData, 'Ask for Approval': [{ json: { data: { approved: true } } }] },
	};
}
