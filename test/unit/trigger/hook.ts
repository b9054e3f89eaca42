import type { IHookFunctions, IHttpRequestOptions, WorkflowActivateMode } from 'n8n-workflow';

import { fingerprint, type Memory } from '../../../kernel/n8n/trigger/memory';
import { isRegistered, register, unregister } from '../../../nodes/Trackly/trigger/registration';

const BASE_URL = 'https://api.tracklysms.com/api/v2';
const API_KEY = `trk_${'0a'.repeat(16)}`;
/** What the node remembers of that account. */
export const ACCOUNT = fingerprint(BASE_URL, API_KEY);
export const URL_OF_NODE = 'https://n8n.example.com/webhook/h1/webhook';

/** A webhook endpoint of the account. */
export interface Endpoint {
	id: string;
	url: string;
	events: string[];
	status?: string;
}

/** `undefined` loses the answer. */
export type Answer = { status: number; json?: object } | undefined;

interface Setting {
	/** Endpoints that the account has. */
	endpoints?: Endpoint[];
	memory?: Memory;
	parameters?: Record<string, unknown>;
	mode?: WorkflowActivateMode;
	/** Of the credential. */
	apiKey?: string;
	/** Whether n8n knows an address of the node; it does. */
	addressed?: boolean;
	/** Answers in the account's stead; with nothing, the account answers after all. */
	answer?(request: string, body: unknown): { instead: Answer } | undefined;
}

/** One trigger of one workflow as n8n calls it, with the account that it registers with. */
export function trigger(setting: Setting = {}) {
	const all = { events: ['reply'], registration: 'automatic', ...setting.parameters };
	const parameters = new Map(Object.entries(all));
	const endpoints = [...(setting.endpoints ?? [])];
	const requests: string[] = [];
	const bodies: unknown[] = [];
	const log: Array<[line: string, about: unknown]> = [];
	const memory = setting.memory ?? {};

	const account = (method: string, path: string, body: object): Answer => {
		if (path.startsWith('/lists')) return { status: 200, json: { lists: [] } };
		const id = path.split('/')[2];
		if (method === 'GET') return { status: 200, json: { webhooks: endpoints } };
		if (method === 'POST') {
			const made = { id: `made-${requests.length}`, status: 'active', ...body };
			endpoints.push(made as unknown as Endpoint);
			return { status: 201, json: { success: true, webhook: made } };
		}
		const at = endpoints.findIndex((endpoint) => endpoint.id === id);
		if (at < 0) return { status: 404, json: { error: 'Not found', code: 'not_found' } };
		endpoints.splice(at, 1);
		return { status: 200, json: { success: true } };
	};

	const context = {
		getNode: () => ({ id: 'n1', name: 'Answers', type: 'trigger', typeVersion: 1 }),
		getWorkflow: () => ({ id: 'w1' }),
		getInstanceId: () => 'i1',
		getActivationMode: () => setting.mode ?? 'activate',
		getNodeWebhookUrl: (name: string) =>
			name === 'default' && setting.addressed !== false ? URL_OF_NODE : undefined,
		getNodeParameter: (name: string, fallback: unknown) => parameters.get(name) ?? fallback,
		getWorkflowStaticData: (type: string) => (type === 'node' ? memory : {}),
		getCredentials: async () => ({
			apiKey: setting.apiKey ?? API_KEY,
			baseUrl: BASE_URL,
		}),
		logger: { warn: (line: string, about: unknown) => log.push([line, about]) },
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				const path = options.url.split('/api/v2')[1];
				const request = `${options.method} ${path}`;
				const body = JSON.parse(String(options.body ?? '{}')) as object;
				requests.push(request);
				if (options.body !== undefined) bodies.push(body);
				const other = setting.answer?.(request, body);
				const answer = other ? other.instead : account(String(options.method), path, body);
				if (answer === undefined) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
				const { status, json = {} } = answer;
				return { statusCode: status, body: JSON.stringify(json), headers: {} };
			},
		},
	} as unknown as IHookFunctions;

	return {
		endpoints,
		requests,
		bodies,
		log,
		memory,
		isRegistered: async () => await isRegistered(context),
		register: async () => await register(context),
		unregister: async () => await unregister(context),
	};
}
