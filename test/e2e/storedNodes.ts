import { changeDatabase } from '../../host/database';
import type { N8nInstance } from '../../host/n8n';

/**
 * Changes a text value in the nodes of a workflow where n8n keeps them, also in what is published, as if
 * it had been so when it was saved. n8n reads it at its next start.
 */
export function changeStoredNodes(
	n8n: N8nInstance,
	workflowId: string,
	from: string,
	to: string,
): void {
	const changed = `SET nodes = replace(nodes, '${JSON.stringify(from)}', '${JSON.stringify(to)}')`;
	changeDatabase(
		n8n,
		`UPDATE workflow_entity ${changed} WHERE id = '${workflowId}';
		UPDATE workflow_history ${changed} WHERE workflowId = '${workflowId}';`,
	);
}
