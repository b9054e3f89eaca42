import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Execution, N8nHost, WorkflowFile } from '../host/n8n';

/** An example of a package, by the package's folder. */
export function readExampleOf(folder: string, name: string): WorkflowFile {
	return JSON.parse(readFileSync(join(folder, 'examples', `${name}.json`), 'utf8')) as WorkflowFile;
}

/** Runs a workflow from one of its starts to its end. @throws Error where it does not succeed */
export async function runFrom(
	n8n: N8nHost,
	workflowId: string,
	startNode: string,
): Promise<Execution> {
	const execution = await n8n.waitForExecution(await n8n.run(workflowId, { startNode }));
	const { error } = execution.data.resultData;
	if (execution.status === 'success') return execution;
	throw new Error(`The run from ${startNode} ended with ${execution.status}: ${error?.message}`);
}
