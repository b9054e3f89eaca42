import {
	ExecutionLifecycleHooks,
	HookContext,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsHelper,
	IDataObject,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';

import { TracklyApi } from '../../credentials/TracklyApi.credentials';
import { Trackly } from '../../nodes/Trackly/Trackly.node';
import { TracklyTrigger } from '../../nodes/Trackly/TracklyTrigger.node';

/** What one run of the Trackly node in n8n's own engine gave. */
export interface EngineResult {
	/** Items of the node's main output. */
	items: INodeExecutionData[];
	/** Items of its error output, with On Error = Continue (using error output). */
	errorItems: INodeExecutionData[];
	/** The error that stopped the run. */
	error?: Error & { description?: string | null; context?: IDataObject };
	hints: string[];
	/** What the node left in the execution's data for itself. */
	context: IDataObject;
}

export interface EngineRun {
	parameters: INodeParameters;
	items: IDataObject[];
	credential: ICredentialDataDecryptedObject;
	/** Further settings of the node, e.g. `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	timezone?: string;
}

const SOURCE = 'Source';
const NODE = 'Trackly';
/** How nodes refer to the credential of a test. */
export const CREDENTIALS = { tracklyApi: { id: '1', name: 'Trackly account' } };

/**
 * Runs the Trackly node once on the given items in n8n-core's real engine: real expressions, real
 * parameter reading, real HTTP helper, real Retry On Fail and On Error.
 */
export async function runTrackly(run: EngineRun): Promise<EngineResult> {
	const workflow = new Workflow({
		id: 'engine-test',
		active: false,
		nodeTypes,
		settings: { timezone: run.timezone ?? 'UTC' },
		nodes: [nodeOf(SOURCE, 'test.source', {}), trackly(run)],
		connections: { [SOURCE]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
	});
	const items = run.items.map((json) => ({ json }));
	const source = workflow.getNode(SOURCE)!;
	const execution = new WorkflowExecute(
		additionalDataFor(run.credential),
		'manual',
		createRunExecutionData({
			startData: {},
			resultData: { runData: {}, pinData: { [SOURCE]: items } },
			executionData: {
				contextData: {},
				nodeExecutionStack: [{ node: source, data: { main: [items] }, source: null }],
				metadata: {},
				waitingExecution: {},
				waitingExecutionSource: {},
			},
		}),
	);
	const { data } = await execution.processRunExecutionData(workflow);
	const task: ITaskData | undefined = data.resultData.runData[NODE]?.[0];
	return {
		items: task?.data?.main[0] ?? [],
		errorItems: task?.data?.main[1] ?? [],
		error: data.resultData.error as EngineResult['error'],
		hints: (task?.hints ?? []).map(({ message }) => message),
		context: (data.executionData?.contextData[`node:${NODE}`] ?? {}) as IDataObject,
	};
}

/**
 * What the editor gives a method that it calls while the node's form is open: the node with its
 * parameters and its credential, and no input items.
 */
export function editorContext({
	parameters,
	credential,
}: Pick<EngineRun, 'parameters' | 'credential'>): ILoadOptionsFunctions {
	const node = nodeOf(NODE, 'n8n-nodes-trackly.trackly', parameters);
	const workflow = new Workflow({
		active: false,
		nodeTypes,
		nodes: [{ ...node, credentials: CREDENTIALS }],
		connections: {},
	});
	return new LoadOptionsContext(
		workflow,
		workflow.getNode(NODE)!,
		{ ...additionalDataFor(credential), currentNodeParameters: parameters },
		'',
	);
}

/** One Trackly Trigger of one workflow, as n8n activates and deactivates it. */
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

/** What n8n gives a trigger's `checkExists`, `create` and `delete`. */
export function triggerContext(run: TriggerRun): IHookFunctions {
	const node: INode = {
		...nodeOf('Trackly Trigger', 'n8n-nodes-trackly.tracklyTrigger', run.parameters),
		webhookId: `hook-of-${run.workflowId}`,
		credentials: CREDENTIALS,
	};
	const workflow = new Workflow({
		id: run.workflowId,
		active: false,
		nodeTypes,
		nodes: [node],
		connections: {},
		staticData: run.staticData,
	});
	const context = new HookContext(
		workflow,
		workflow.getNode(node.name)!,
		{ ...additionalDataFor(run.credential), webhookBaseUrl: run.baseUrl },
		'trigger',
		run.activation ?? 'activate',
	);
	// n8n's own id comes from a file in its data folder.
	return Object.create(context, {
		getInstanceId: { value: () => 'this-n8n' },
		logger: { value: { warn: (line: string) => run.log?.push(line) } },
	}) as IHookFunctions;
}

/** A node of a workflow. */
export function nodeOf(name: string, type: string, parameters: INodeParameters): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

function trackly({ parameters, settings }: EngineRun): INode {
	return {
		...nodeOf(NODE, 'n8n-nodes-trackly.trackly', parameters),
		credentials: CREDENTIALS,
		...settings,
	};
}

/** A node that gives the items pinned to it. */
export const sourceType: INodeType = {
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['input'],
		version: 1,
		description: 'Gives the pinned items',
		defaults: { name: SOURCE },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
};

const types: Record<string, INodeType> = {
	'test.source': sourceType,
	'n8n-nodes-trackly.trackly': new Trackly(),
	'n8n-nodes-trackly.tracklyTrigger': new TracklyTrigger(),
};

const nodeTypes: INodeTypes = {
	getByName: (type) => types[type],
	getByNameAndVersion: (type) => types[type],
	getKnownTypes: () => ({}),
};

/** The part of n8n around the engine: it decrypts credentials and knows the instance's addresses. */
export function additionalDataFor(credential: ICredentialDataDecryptedObject) {
	const credentialType = new TracklyApi();
	const credentialsHelper: Partial<ICredentialsHelper> = {
		getParentTypes: () => [],
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => ({ ...credential }),
		preAuthentication: async () => undefined,
		authenticate: async (credentials, _type, options) => {
			if (typeof credentialType.authenticate !== 'function') throw new Error('not a function');
			return await credentialType.authenticate(credentials, options as IHttpRequestOptions);
		},
	};
	return {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'engine-test',
			name: 'engine test',
			active: false,
			isArchived: false,
			nodes: [],
			connections: {},
			createdAt: new Date(),
			updatedAt: new Date(),
			activeVersionId: null,
		}),
		currentNodeExecutionIndex: 0,
		executionId: '1',
		restApiUrl: '',
		instanceBaseUrl: '',
		formBaseUrl: '',
		formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
		formTestBaseUrl: '',
		webhookBaseUrl: '',
		webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
		webhookTestBaseUrl: '',
		variables: {},
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
}
