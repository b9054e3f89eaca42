import type { Outcome } from '../../delivery/outcome';
import type { JsonObject } from '../../http/endpoint';
import type { RunContext } from './operation';

/** Characters that n8n takes of a value. */
const MAX_CHARACTERS = 255;

/**
 * Puts what a single text is known by into the execution's custom data, by which n8n's list of
 * executions can be searched. An execution has room for ten values, so runs of many items set none.
 *
 * @param labelsOf the values, of what the item outputs; their names get the package's prefix
 */
export function labelExecution(
	{ context, profile }: RunContext,
	outcomes: readonly Outcome[],
	labelsOf: (output: JsonObject) => JsonObject,
): void {
	const [outcome] = outcomes;
	if (outcomes.length !== 1 || !outcome.ok || outcome.leftOut !== undefined) return;
	// Where n8n has none, the execution is found without it.
	const { customData } = (context.getWorkflowDataProxy(0).$execution ?? {}) as Execution;
	for (const [name, value] of Object.entries(labelsOf(outcome.items[0] ?? {}))) {
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const key = `${profile.id}_${name}`.replace(/\W/g, '_');
		customData?.set(key, String(value).slice(0, MAX_CHARACTERS));
	}
}

interface Execution {
	customData?: { set(key: string, value: string): void };
}
