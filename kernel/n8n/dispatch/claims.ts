import type { IExecuteFunctions, INode, INodeExecutionData, IWorkflowBase } from 'n8n-workflow';

import { toError } from '../../http/requestError';

/** Names of which each belongs to one process at a time, whatever n8n process asks for it. */
export interface Claims {
	/**
	 * Claims a name that is free.
	 *
	 * @returns whether it was free
	 * @throws where nobody knows
	 */
	take(name: string): Promise<boolean>;
	/** Frees a name, whoever has claimed it. */
	drop(name: string): Promise<void>;
}

/**
 * Claims in n8n's own store. A context of the store is a row with a unique key, and the first value
 * of a context is an INSERT: of any number of processes one gets through. A node has one context,
 * named by its ID, so that a claim is the context of another node. It is n8n's Remove Duplicates in a
 * workflow of two nodes, which n8n runs in this process and does not keep.
 */
export function openClaims(context: IExecuteFunctions): Claims {
	const run = async (name: string, parameters: INode['parameters']) => {
		const marked = { claim: name };
		const code = workflowOf(context, name, parameters);
		const { data } = await context.executeWorkflow({ code }, [{ json: marked }]);
		return data[0]?.[0];
	};
	return {
		async take(name) {
			const item = await run(name, {
				operation: 'removeItemsSeenInPreviousExecutions',
				logic: 'removeItemsUpToStoredIncrementalKey',
				incrementalDedupeValue: 1,
				options: { scope: 'node' },
			});
			const problem = problemOf(item);
			if (problem === undefined) return item?.json.claim === name;
			if (isTakenMeanwhile(problem)) return false;
			throw new Error(problem);
		},
		async drop(name) {
			const item = await run(name, {
				operation: 'clearDeduplicationHistory',
				mode: 'cleanDatabase',
				options: { scope: 'node' },
			});
			const problem = problemOf(item);
			if (problem !== undefined) throw new Error(problem);
		},
	};
}

/** Whether the store failed because another process wrote the first value of a context just then. */
export function isTakenMeanwhile(problem: string): boolean {
	return /unique constraint|duplicate key/i.test(problem);
}

/** With On Error = Continue, a node that fails outputs an item that says why. */
function problemOf(item: INodeExecutionData | undefined): string | undefined {
	const problem: unknown = item?.error ?? item?.json.error;
	if (problem === undefined || problem === null) return undefined;
	return typeof problem === 'string' ? problem : toError(problem).message;
}

const START = 'Start';
const CLAIM = 'Claim';

function workflowOf(
	context: IExecuteFunctions,
	name: string,
	parameters: INode['parameters'],
): IWorkflowBase {
	const { id, name: workflowName } = context.getWorkflow();
	const now = new Date();
	return {
		// The store's rows belong to a workflow that exists.
		id: id ?? '',
		name: `${workflowName ?? ''} (idempotency keys)`,
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: now,
		updatedAt: now,
		nodes: [
			{
				id: START,
				name: START,
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
			{
				id: name,
				name: CLAIM,
				type: 'n8n-nodes-base.removeDuplicates',
				typeVersion: 2,
				position: [200, 0],
				parameters,
				onError: 'continueRegularOutput',
			},
		],
		connections: { [START]: { main: [[{ node: CLAIM, type: 'main', index: 0 }]] } },
		settings: {
			executionOrder: 'v1',
			callerPolicy: 'any',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			saveExecutionProgress: false,
			executionTimeout: -1,
		},
	};
}
