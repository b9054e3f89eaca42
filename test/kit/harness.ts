import { HookContext, LoadOptionsContext, PollContext, WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHookFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IPollFunctions,
	IRun,
	IRunExecutionData,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';

import { additionalDataOf, nodeOf, nodeTypesOf, SOURCE, sourceType } from './engine';
import { useNoRegexTimeout } from './regularExpressions';

useNoRegexTimeout();

/** What a package provides to n8n, as far as tests run it. */
export interface PackageUnderTest {
	/** Name of the npm package, e.g. `n8n-nodes-trackly`. */
	name: string;
	node: INodeType;
	trigger?: INodeType;
	credential: ICredentialType;
}

/** What one run of the node in n8n's own engine gave. */
export interface EngineResult {
	/** Items of the node's main output. */
	items: INodeExecutionData[];
	/** Items of its error output, with On Error = Continue (using error output). */
	errorItems: INodeExecutionData[];
	/** The error that stopped the run. */
	error?: Error & { description?: string | null; context?: IDataObject };
	/** The error of the node itself, also where On Error hides it and hands the input on. */
	nodeError?: Error;
	hints: string[];
	/** What the node left in the execution's data for itself. */
	context: IDataObject;
	/** When the execution continues by itself, if it waits. */
	waitTill?: Date;
	/** What n8n keeps of the execution. */
	data: IRunExecutionData;
}

export interface EngineRun {
	parameters: INodeParameters;
	items: IDataObject[];
	/** Files of the items, by place. */
	files?: IBinaryKeyData[];
	credential: ICredentialDataDecryptedObject;
	/** Further settings of the node, e.g. `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	timezone?: string;
	executionId?: string;
	/** The execution that this one retries: its data, as n8n's database returns it. */
	retryOf?: EngineResult;
}

/** A run that is under way. */
export interface Execution {
	done: Promise<EngineResult>;
	/** What a press on Stop does. */
	stop(): void;
}

/** One trigger of one workflow, as n8n activates and deactivates it. */
export interface TriggerRun extends Pick<EngineRun, 'parameters' | 'credential'> {
	workflowId: string;
	/** Address of its webhook without the path that n8n adds. */
	baseUrl: string;
	/** What the workflow remembers; changed in place. */
	staticData: IDataObject;
	activation?: WorkflowActivateMode;
	/** Lines that the node logs are added here. */
	log?: string[];
}

/** Runs the nodes of one package in n8n-core's real engine. */
export interface Harness {
	/**
	 * Runs the node once on the given items: real expressions, real parameter reading, real HTTP
	 * helper, real Retry On Fail and On Error.
	 */
	run(run: EngineRun): Promise<EngineResult>;
	/** The same, for tests that do something meanwhile. */
	start(run: EngineRun): Execution;
	/**
	 * What the editor passes to a method that it calls while the node's form is open: the node with its
	 * parameters and its credential, and no input items.
	 */
	editorContext(run: Pick<EngineRun, 'parameters' | 'credential'>): ILoadOptionsFunctions;
	/** What n8n passes to a trigger's `checkExists`, `create` and `delete`. */
	triggerContext(run: TriggerRun): IHookFunctions;
	/** What n8n passes to a polling trigger, when its time comes or in the editor. */
	pollContext(run: Omit<TriggerRun, 'baseUrl'>, mode?: 'trigger' | 'manual'): IPollFunctions;
	/** The node in a workflow, with its credential. */
	nodeOf(parameters: INodeParameters, settings?: Partial<INode>): INode;
	/** The package's node types and the source of items, besides `others`. */
	nodeTypes(others?: Record<string, INodeType>): INodeTypes;
	additionalData(credential: ICredentialDataDecryptedObject): IWorkflowExecuteAdditionalData;
}

export function createHarness(tested: PackageUnderTest): Harness {
	const { node, trigger, credential: credentialType } = tested;
	const name = node.description.displayName;
	const typeOf = ({ description }: INodeType) => `${tested.name}.${description.name}`;
	const credentials = { [credentialType.name]: { id: '1', name: `${name} account` } };
	const types = {
		'test.source': sourceType,
		[typeOf(node)]: node,
		...(trigger && { [typeOf(trigger)]: trigger }),
	};
	const nodeTypes = (others = {}) => nodeTypesOf({ ...types, ...others });
	const additionalData: Harness['additionalData'] = (credential) =>
		additionalDataOf(credentialType, credential);
	const toNode: Harness['nodeOf'] = (parameters, settings) => ({
		...nodeOf(name, typeOf(node), parameters),
		credentials,
		...settings,
	});

	const start: Harness['start'] = (run) => {
		const workflow = new Workflow({
			id: 'engine-test',
			active: false,
			nodeTypes: nodeTypes(),
			settings: { timezone: run.timezone ?? 'UTC' },
			nodes: [nodeOf(SOURCE, 'test.source', {}), toNode(run.parameters, run.settings)],
			connections: { [SOURCE]: { main: [[{ node: name, type: 'main', index: 0 }]] } },
		});
		const execution = new WorkflowExecute(
			{ ...additionalData(run.credential), executionId: run.executionId ?? '1' },
			'manual',
			startData(workflow, run, name),
		);
		const running = execution.processRunExecutionData(workflow);
		return {
			done: (async () => resultOf(await running, name))(),
			stop: () => running.cancel(),
		};
	};

	return {
		start,
		run: async (run) => await start(run).done,
		nodeOf: toNode,
		nodeTypes,
		additionalData,
		editorContext({ parameters, credential }) {
			const workflow = new Workflow({
				active: false,
				nodeTypes: nodeTypes(),
				nodes: [toNode(parameters)],
				connections: {},
			});
			return new LoadOptionsContext(
				workflow,
				workflow.getNode(name)!,
				{ ...additionalData(credential), currentNodeParameters: parameters },
				'',
			);
		},
		triggerContext(run) {
			const { workflow, node: triggerNode } = triggerIn(run);
			const data = { ...additionalData(run.credential), webhookBaseUrl: run.baseUrl };
			const activation = run.activation ?? 'activate';
			return placed(new HookContext(workflow, triggerNode, data, 'trigger', activation), run);
		},
		pollContext(run, mode = 'trigger') {
			const { workflow, node: triggerNode } = triggerIn(run);
			const data = additionalData(run.credential);
			const activation = mode === 'manual' ? mode : (run.activation ?? 'activate');
			return placed(new PollContext(workflow, triggerNode, data, mode, activation), run);
		},
	};

	function triggerIn(run: Omit<TriggerRun, 'baseUrl'>): { workflow: Workflow; node: INode } {
		if (trigger === undefined) throw new Error(`${tested.name} has no trigger`);
		const triggerNode: INode = {
			...nodeOf(trigger.description.displayName, typeOf(trigger), run.parameters),
			webhookId: `hook-of-${run.workflowId}`,
			credentials,
		};
		const workflow = new Workflow({
			id: run.workflowId,
			active: false,
			nodeTypes: nodeTypes(),
			nodes: [triggerNode],
			connections: {},
			staticData: run.staticData,
		});
		return { workflow, node: workflow.getNode(triggerNode.name)! };
	}
}

/** The context of a trigger in this n8n: n8n's own id comes from a file in its data folder. */
function placed<Context extends object>(
	context: Context,
	{ log }: Pick<TriggerRun, 'log'>,
): Context {
	return Object.create(context, {
		getInstanceId: { value: () => 'this-n8n' },
		logger: { value: { warn: (line: string) => log?.push(line) } },
	}) as Context;
}

/** What an execution starts from: the source's items, or what n8n kept of the one that it retries. */
function startData(workflow: Workflow, run: EngineRun, node: string): IRunExecutionData {
	if (run.retryOf !== undefined) {
		const kept = JSON.parse(JSON.stringify(run.retryOf.data)) as IRunExecutionData;
		delete kept.resultData.error;
		if (kept.resultData.runData[node]?.at(-1)?.error !== undefined) {
			kept.resultData.runData[node].pop();
		}
		return createRunExecutionData(kept);
	}
	const items = run.items.map((json, place) => {
		const binary = run.files?.[place];
		return { json, ...(binary && { binary }) };
	});
	return createRunExecutionData({
		startData: {},
		resultData: { runData: {}, pinData: { [SOURCE]: items } },
		executionData: {
			contextData: {},
			nodeExecutionStack: [
				{ node: workflow.getNode(SOURCE)!, data: { main: [items] }, source: null },
			],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	});
}

function resultOf({ data, waitTill }: IRun, node: string): EngineResult {
	const task: ITaskData | undefined = data.resultData.runData[node]?.at(-1);
	return {
		items: task?.data?.main[0] ?? [],
		errorItems: task?.data?.main[1] ?? [],
		error: data.resultData.error as EngineResult['error'],
		nodeError: task?.error,
		hints: (task?.hints ?? []).map(({ message }) => message),
		context: (data.executionData?.contextData[`node:${node}`] ?? {}) as IDataObject,
		waitTill: waitTill ?? undefined,
		data,
	};
}
