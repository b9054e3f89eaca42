import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	IRunExecutionData,
	ResourceMapperFields,
} from 'n8n-workflow';

/** How to start one n8n of one's own. */
export interface N8nOptions {
	/** Packed community packages (.tgz) to install before the first boot. */
	tarball?: string | string[];
	/** Folder to keep everything in; without it a temporary one is made and removed by `stop`. */
	dataDir?: string;
	/** Port on loopback; a free one when not given. */
	port?: number;
	/** On top of the quiet, offline settings of `settings.ts`. */
	env?: Record<string, string>;
	/** Called with every line n8n writes, and with what the driver is waiting for. */
	log?: (line: string) => void;
}

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

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Statuses n8n gives an execution; the first four are not the end of it. */
export type ExecutionStatus =
	'new' | 'running' | 'waiting' | 'unknown' | 'success' | 'error' | 'canceled' | 'crashed';

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	status: ExecutionStatus;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
	retryOf: string | null;
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
	/** Credential type and id, as returned by `createCredential`. */
	credential?: { type: string; id: string; name: string };
}

export interface CredentialReference {
	id: string;
	name: string;
	type: string;
}

/** A running n8n, its owner signed in. */
export interface N8nHost {
	/** Base address, without a slash at its end; the editor and the REST API are below it. */
	readonly url: string;
	readonly editorUrl: string;
	readonly login: { email: string; password: string };
	readonly dataDir: string;
	/** The Node this n8n runs with. */
	readonly nodePath: string;
	/** Process id of n8n; changes with `restart`. */
	readonly pid: number;

	/** Calls n8n's REST API as the signed-in owner, e.g. `rest('GET', '/workflows')`. */
	rest: Rest;

	createCredential(input: CredentialInput): Promise<CredentialReference>;
	/** `editor` presses the button of the credential's dialog; `api` asks the public API. */
	testCredential(id: string, via?: 'editor' | 'api'): Promise<CredentialTestResult>;

	importWorkflow(file: WorkflowFile): Promise<string>;
	/** Publishes and returns once every trigger is active and every webhook answers. */
	activate(workflowId: string): Promise<void>;
	deactivate(workflowId: string): Promise<void>;
	/** Production address of a node's webhook. */
	webhookUrl(workflowId: string, nodeName?: string): Promise<string>;
	/** Starts a manual run and returns the execution's id. */
	run(workflowId: string, options?: { startNode?: string }): Promise<string>;

	/** The execution once it has ended, whatever way. */
	waitForExecution(id: string, deadlineMs?: number): Promise<Execution>;
	execution(id: string): Promise<Execution>;
	/** Newest first, without their data. */
	executions(filter?: {
		workflowId?: string;
		status?: ExecutionStatus;
	}): Promise<ExecutionSummary[]>;
	/** Runs a failed execution again, as the button in the editor does; returns the new id. */
	retryExecution(id: string): Promise<string>;

	/** What a resource locator's list shows. */
	searchList(
		request: FieldRequest & { filter?: string; paginationToken?: string },
	): Promise<INodeListSearchResult>;
	/** The columns a resource mapper shows. */
	mapperFields(request: FieldRequest): Promise<ResourceMapperFields>;

	/** The last lines n8n wrote, over all its boots. */
	logs(): string;
	/** Asks n8n to end, insists after a while, and removes a temporary data folder. */
	stop(): Promise<void>;
	/** Ends n8n at once, as a power cut would; the data folder stays for `restart`. */
	kill(): Promise<void>;
	/** Boots again on the same data folder and port, stopping n8n first if it still runs. */
	restart(): Promise<void>;
}

/** Items of one output of one run of a node. */
export type NodeItems = INodeExecutionData[];
