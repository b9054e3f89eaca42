import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import type { Endpoint, JsonObject } from '../../../../kernel/http/endpoint';
import type { OperationInfo, Operation } from '../../../../kernel/n8n/run/operation';
import { runNode } from '../../../../kernel/n8n/run/runNode';
import { parseRetryAfter } from '../../../../kernel/http/retry';
import type { Profile } from '../../../../kernel/profile';

/** What the API answers; an error is one that the HTTP helper throws. */
export type Answer =
	| { status?: number; json?: JsonObject; text?: string; headers?: Record<string, string> }
	| Error;

export interface Given {
	/** Besides the resource and the operation; a value `=name` is the item's field of that name. */
	parameters?: INodeParameters;
	items?: IDataObject[];
	/** Answers the requests; the second argument counts them from 0. */
	answer?(body: JsonObject, number: number, request: IHttpRequestOptions): Answer | Promise<Answer>;
	/** On top of what the API is like. */
	profile?: Partial<Profile>;
	/** Settings of the node, e.g. `onError`. */
	node?: Partial<INode>;
	/** What an earlier try left in the execution. */
	store?: IDataObject;
	/** Bytes that one request may hold. */
	maxRequestBytes?: number;
	/** n8n's store of keys; without it, this n8n keeps none. */
	keys?: Set<string>;
	/** On top of what the execution offers; `undefined` takes something away. */
	context?: Record<string, unknown>;
}

/** What one run of a node came to. */
export interface Done {
	output: INodeExecutionData[];
	error?: Error & { description?: string | null; httpCode?: string | null };
	requests: IHttpRequestOptions[];
	/** Bodies of the requests. */
	bodies: JsonObject[];
	hints: unknown[];
	/** Moments that the execution was put to wait until. */
	waits: unknown[];
	store: IDataObject;
}

const ADVICE: Record<string, string | undefined> = {
	no_such_thing: 'Make it first.',
	more_than_one_item: 'Loop over the items.',
};

/** An API that a test makes up. */
export const profile: Profile = {
	id: 'things',
	name: 'Things',
	credentialType: 'thingsApi',
	baseUrlOf: () => 'https://api.example/api/v2',
	addressOf: ({ version }, baseUrl) =>
		version === undefined ? baseUrl : `https://api.example/api/${version}`,
	secrets: [/\bkey_\w+/g],
	secretsIn: () => [],
	responseTimeout: 60_000,
	retry: {
		maxAttempts: 5,
		baseDelay: 500,
		maxDelay: 30_000,
		totalBudget: 120_000,
		unprocessed: [429],
	},
	waitOf: (headers, now) => parseRetryAfter(headers['retry-after'], now),
	readError: ({ error, message, code }, status) => ({
		text: [error, status >= 400 ? message : undefined].find(
			(text): text is string => typeof text === 'string' && text !== '',
		),
		code: typeof code === 'string' ? code : undefined,
	}),
	saysNo: ({ success }) => success === false,
	envelope: ['success', 'error', 'message', 'code'],
	isFatal: ({ status }) => status === 401,
	bulk: {
		errors: 'errors',
		index: 'index',
		text: 'error',
		code: 'code',
		failedCount: 'error_count',
	},
	paging: {
		kind: 'page',
		page: 'page',
		perPage: 'per_page',
		total: 'pagination.total',
		totalPages: 'pagination.total_pages',
	},
	spelling: {
		apiName: (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		codeOf: (problem, apiName) => `${problem}_${apiName}`,
	},
	limits: { maxRequestBytes: 1_000_000 },
	adviceFor: (code) => ADVICE[code],
};

/** The look of an operation that a test makes up. */
export const look: OperationInfo = {
	resource: 'thing',
	operation: 'make',
	name: 'Make',
	action: 'Make a thing',
	description: 'Makes a thing',
};

/** An endpoint that takes things. */
export const endpoint: Endpoint = {
	operationId: 'makeThing',
	method: 'POST',
	path: '/things',
	idempotent: false,
};

/** Runs an operation as n8n runs a node, in a small stand-in for an execution. */
export async function runAlone(operation: Operation, given: Given = {}): Promise<Done> {
	const { items = [{}], answer = () => ({}), store = {} } = given;
	const done: Done = { output: [], requests: [], bodies: [], hints: [], waits: [], store };
	const node = {
		id: 'node',
		name: 'Things',
		type: 'test.things',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			resource: operation.resource,
			operation: operation.operation,
			...given.parameters,
		},
		...given.node,
	} as INode;
	const context = {
		getNode: () => node,
		getNodeParameter: (path: string, itemIndex: number, fallback?: unknown) =>
			valueAt(node.parameters, path, items[itemIndex]) ?? fallback,
		getInputData: () => items.map((json) => ({ json })),
		getContext: () => store,
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getTimezone: () => 'UTC',
		getCredentials: async () => ({}),
		continueOnFail: () => (node.onError ?? 'stopWorkflow') !== 'stopWorkflow',
		addExecutionHints: (hint: unknown) => done.hints.push(hint),
		putExecutionToWait: async (until: unknown) => void done.waits.push(until),
		getExecutionId: () => '7',
		getSignedResumeUrl: () => 'https://n8n.example/resume?signature=s',
		getExecutionCancelSignal: () => undefined,
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				const number = done.requests.push(options) - 1;
				const body = JSON.parse(String(options.body ?? '{}')) as JsonObject;
				done.bodies.push(body);
				const answered: Answer = await answer(body, number, options);
				if (answered instanceof Error) throw answered;
				const { status = 200, json = {}, text = JSON.stringify(json), headers = {} } = answered;
				return { statusCode: status, body: text, headers };
			},
			...(given.keys && keyStore(given.keys)),
		},
		...given.context,
	};
	try {
		const [output] = await runNode(context as unknown as IExecuteFunctions, {
			operations: [operation],
			profile: {
				...profile,
				limits: { maxRequestBytes: given.maxRequestBytes ?? 1_000_000 },
				...given.profile,
			},
		});
		done.output = output;
	} catch (error) {
		done.error = error as Done['error'];
	}
	return done;
}

function keyStore(keys: Set<string>) {
	return {
		async checkProcessedAndRecord(entries: string[]) {
			const processed = entries.filter((entry) => keys.has(entry));
			for (const entry of entries) keys.add(entry);
			return { processed, new: entries.filter((entry) => !processed.includes(entry)) };
		},
		async removeProcessed(entries: string[]) {
			for (const entry of entries) keys.delete(entry);
		},
	};
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

function evaluate(value: unknown, item: IDataObject): unknown {
	if (typeof value === 'string' && value.startsWith('=')) return item[value.slice(1)];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, evaluate(inner, item)]),
	);
}
