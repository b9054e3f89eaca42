import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { Outcome } from '../../../kernel/delivery/outcome';
import { runNode } from '../../../kernel/n8n/run/runNode';
import { trackly } from '../../../nodes/Trackly/profile';
import type { Account } from './account';
import type { KeyStore } from './keyStore';
import type { Process } from './process';
import type { Scenario } from './scenario';
import { operations, valueWhenAdded, works, type Work } from './works';

/** What one try of the node runs in. */
export interface Surroundings {
	scenario: Scenario;
	account: Account;
	store: KeyStore;
	process: Process;
	/** Which of the two nodes it is. */
	node: 0 | 1;
	items: readonly IDataObject[];
	/** Number of the try, over all executions. */
	attempt: number;
	/** Id of the execution. */
	executionId: number;
	/** Run of a loop. */
	runIndex: number;
	/** What the execution keeps for the node. */
	contextData: IDataObject;
	stop: AbortSignal;
}

/** What one try of the node came to. */
export interface Result {
	/** One for each item, however n8n is told. */
	outcomes?: readonly Outcome[];
	output?: readonly INodeExecutionData[];
	error?: Error;
}

export const CREDENTIAL = {
	apiKey: `trk_${'a'.repeat(32)}`,
	baseUrl: 'custom',
	customBaseUrl: 'https://api.example/api/v2',
};

/** Runs the node once, in a stand-in for n8n's engine. */
export async function runOnce(surroundings: Surroundings): Promise<Result> {
	const result: Result = {};
	const watched = operations.map((operation) => ({
		...operation,
		run: async (...given: Parameters<typeof operation.run>) =>
			(result.outcomes = await operation.run(...given)),
	}));
	const { maxRequestBytes } = surroundings.scenario;
	try {
		const [output] = await runNode(contextOf(surroundings), {
			operations: watched,
			profile: { ...trackly, limits: { maxRequestBytes } },
		});
		result.output = output;
	} catch (error) {
		result.error = error as Error;
	}
	return result;
}

function contextOf(surroundings: Surroundings): IExecuteFunctions {
	const { scenario, account, store, process, items, attempt, contextData } = surroundings;
	const node = nodeOf(surroundings);
	const scopeOf = (scope: unknown) => ({
		scope: scope === 'workflow' ? ('workflow' as const) : ('node' as const),
		node: surroundings.node,
	});
	const context = {
		getNode: () => node,
		getWorkflow: () => ({ id: 'model' }),
		getNodeParameter: (path: string, index: number, fallback?: unknown) =>
			valueAt(node.parameters, path, items[index]) ?? fallback,
		getInputData: () => items.map((json) => ({ json })),
		getContext: () => contextData,
		getWorkflowDataProxy: () => ({ $runIndex: surroundings.runIndex }),
		getTimezone: () => 'UTC',
		getCredentials: async () => CREDENTIAL,
		continueOnFail: () => scenario.onError !== 'stopWorkflow',
		addExecutionHints: () => {},
		putExecutionToWait: async () => {},
		getSignedResumeUrl: () => `https://n8n.example/resume/${surroundings.executionId}`,
		getExecutionCancelSignal: () => surroundings.stop,
		logger: { warn: () => {} },
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				return await account.handle(process, attempt, options);
			},
			async checkProcessedAndRecord(
				entries: string[],
				scope: unknown,
				{ maxEntries }: { maxEntries?: number },
			) {
				return await store.check(process, scopeOf(scope), entries, maxEntries);
			},
			async removeProcessed(entries: string[], scope: unknown) {
				await store.remove(process, scopeOf(scope), entries);
			},
		},
	};
	return context as unknown as IExecuteFunctions;
}

function nodeOf({ scenario, node }: Surroundings): INode {
	const work: Work = works[scenario.work];
	return {
		id: `node-${node}`,
		name: `Node ${node}`,
		type: 'model.node',
		typeVersion: 1,
		position: [0, 0],
		onError: scenario.onError,
		parameters: {
			resource: work.resource,
			operation: work.operation,
			...work.parameters,
			safeguards: safeguardsOf(scenario, work, node),
		},
	};
}

function safeguardsOf(scenario: Scenario, work: Work, node: 0 | 1): INodeParameters {
	if (!work.guarded) return {};
	const { dryRun, skipOptedOut, textsPerSecond, parallelRequests } = scenario;
	const safeguards: Record<string, unknown> = {
		...(scenario.keyed && {
			idempotencyKey: '=key',
			idempotencyScope: scenario.scope,
			idempotencyHistorySize: scenario.historySizes[node],
		}),
		...(scenario.tryAgain && { ifOutcomeIsUnknown: 'tryAgain' }),
		...(work.count === undefined && parallelRequests !== undefined && { parallelRequests }),
		...(work.texts && textsPerSecond !== undefined && { textsPerSecond }),
	};
	if (work.texts && dryRun === 'byItem') safeguards.dryRun = '=dry';
	if (work.texts && dryRun === 'added') safeguards.dryRun = valueWhenAdded(work, 'dryRun');
	if (work.texts && skipOptedOut === 'added') {
		safeguards.skipOptedOut = valueWhenAdded(work, 'skipOptedOut');
	}
	return safeguards as INodeParameters;
}

function valueAt(parameters: INodeParameters, path: string, item: IDataObject): unknown {
	const keys = [...path.matchAll(/\["(.+?)"\]|([^.[]+)/g)].map(
		([, quoted, plain]) => quoted ?? plain,
	);
	const value = keys.reduce<unknown>(
		(within, key) => (within as Record<string, unknown> | undefined)?.[key],
		parameters,
	);
	return evaluate(value, item);
}

/** The value of an expression `=name` is the item's field of that name. */
function evaluate(value: unknown, item: IDataObject): unknown {
	if (typeof value === 'string' && value.startsWith('=')) return item[value.slice(1)];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, evaluate(inner, item)]),
	);
}
