import type {
	ExecutionStatus,
	IConnections,
	IDataObject,
	INode,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	IRunExecutionData,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { N8nInstance } from './instance';

/** One call of n8n's own REST API answers this: its `data`, unwrapped. */
export type Rest = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/** What an importable workflow file holds. */
export interface WorkflowFile {
	name?: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IDataObject;
	pinData?: IDataObject;
}

export interface CredentialInput {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** A credential as nodes refer to it. */
export interface CredentialReference {
	id: string;
	name: string;
	type: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** What n8n's list of executions shows. */
export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
	retryOf: string | null;
}

export interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus;
}

export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

/** The state of a node in the editor while one of its fields is being filled. */
export interface FieldRequest {
	/** Node type with its package, e.g. `n8n-nodes-trackly.trackly`. */
	type: string;
	typeVersion: number;
	/** Name of the method of the node that answers. */
	method: string;
	/** Full path of the parameter, e.g. `parameters.list`. */
	path: string;
	parameters: INodeParameters;
	credential?: CredentialReference;
}

/** A running n8n, its owner signed in. */
export interface N8nHost extends N8nInstance {
	readonly editorUrl: string;
	readonly login: { email: string; password: string };

	/** Calls n8n's REST API as the signed-in owner, e.g. `rest('GET', '/workflows')`. */
	rest: Rest;

	createCredential(input: CredentialInput): Promise<CredentialReference>;
	/** `editor` presses the button of the credential's dialog; `api` asks the public API. */
	testCredential(id: string, via?: 'editor' | 'api'): Promise<CredentialTestResult>;

	/** Imports a workflow; nodes that use credentials of a given one's type are given that one. */
	importWorkflow(file: WorkflowFile, credentials?: CredentialReference[]): Promise<string>;
	/** Changes a node and saves the workflow, without publishing it. */
	updateNode(workflowId: string, nodeName: string, changes: Partial<INode>): Promise<void>;
	/** Publishes and returns once every trigger is active and every webhook answers. */
	activate(workflowId: string): Promise<void>;
	deactivate(workflowId: string): Promise<void>;
	/** Production address of a node's webhook. */
	webhookUrl(workflowId: string, nodeName?: string): Promise<string>;
	/** Starts a manual run (at the only trigger, or at `startNode`); returns the execution's id. */
	run(workflowId: string, options?: { startNode?: string }): Promise<string>;
	/** "Listen for test event" on a trigger with a webhook; returns the test address. */
	listen(workflowId: string, nodeName?: string): Promise<string>;

	/** The execution once it has ended, whatever way. */
	waitForExecution(id: string, deadlineMs?: number): Promise<Execution>;
	execution(id: string): Promise<Execution>;
	/** Newest first, without their data. */
	executions(filter?: ExecutionFilter): Promise<ExecutionSummary[]>;
	/** How many there are, without reading them. */
	countExecutions(filter: ExecutionFilter): Promise<number>;
	/** The ended executions of a workflow with their data, 250 a request. */
	executionsWithData(workflowId: string): Promise<Execution[]>;
	/** The ended executions of a workflow, newest first, once there are as many as asked for. */
	waitForExecutions(
		workflowId: string,
		count: number,
		deadlineMs?: number,
	): Promise<ExecutionSummary[]>;
	/** Runs a failed execution again, as the button in the editor does; returns the new id. */
	retryExecution(id: string): Promise<string>;
	/** Stops a running execution, as the button in the editor does. */
	stopExecution(id: string): Promise<void>;

	/** What a resource locator's list shows. */
	searchList(
		request: FieldRequest & { filter?: string; paginationToken?: string },
	): Promise<INodeListSearchResult>;
	/** What a dropdown that the node fills shows. */
	loadOptions(request: FieldRequest): Promise<INodePropertyOptions[]>;
	/** The columns a resource mapper shows. */
	mapperFields(request: FieldRequest): Promise<ResourceMapperFields>;
}
