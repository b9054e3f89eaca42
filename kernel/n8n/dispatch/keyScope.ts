import type { KeySettings } from './idempotencyKeys';

/** Who shares keys, and whether they are safe from other n8n processes, by the option's value. */
const SCOPES: Readonly<Record<string, Pick<KeySettings, 'scope' | 'strict'>>> = {
	node: { scope: 'node', strict: false },
	workflow: { scope: 'workflow', strict: false },
	nodeStrict: { scope: 'node', strict: true },
	workflowStrict: { scope: 'workflow', strict: true },
};

/** What an Idempotency Scope means; without one, the keys are the node's own. */
export function keyScope(value: string | undefined): Pick<KeySettings, 'scope' | 'strict'> {
	return SCOPES[value ?? 'node'] ?? SCOPES.node;
}
