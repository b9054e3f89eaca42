import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * When the first try of this run of the node began. It is kept in the execution's data, so that a
 * further try asks for the same.
 *
 * @param id prefix of what the package stores
 */
export function firstTryOf(context: IExecuteFunctions, id: string): Date {
	const store = context.getContext('node');
	const name = `${id}-started-${context.getWorkflowDataProxy(0).$runIndex}`;
	return new Date((store[name] ??= Date.now()) as number);
}
