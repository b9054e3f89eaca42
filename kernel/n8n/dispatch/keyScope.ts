import type { DeduplicationScope } from 'n8n-workflow';

/** Who shares idempotency keys. */
export interface KeyScope {
	scope: DeduplicationScope;
	/** Whether no other n8n process may change the list meanwhile. All that share it must say so. */
	strict: boolean;
}

/** Who shares keys, and whether they are safe from other n8n processes, by the option's value. */
const SCOPES: Readonly<Record<string, KeyScope>> = {
	node: { scope: 'node', strict: false },
	workflow: { scope: 'workflow', strict: false },
	nodeStrict: { scope: 'node', strict: true },
	workflowStrict: { scope: 'workflow', strict: true },
};

/** What an Idempotency Scope means; without one, the keys are the node's own. */
export function keyScope(value: string | undefined): KeyScope {
	return SCOPES[value ?? 'node'] ?? SCOPES.node;
}
