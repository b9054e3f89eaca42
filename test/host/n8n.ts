import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { hasEnded, readExecution, type Execution, type StoredExecution } from './executions';
import { installHost, type Progress } from './install';
import { poll } from './poll';
import { freePort } from './ports';
import { startProcess, type N8nProcess } from './process';
import { signIn, type Rest } from './rest';
import { installTarball } from './tarball';

const WEBHOOK_DEADLINE = 20_000; // ms
const EXECUTION_DEADLINE = 120_000; // ms

export interface N8nOptions {
	/** Packed community node to install before the start. */
	tarball?: string;
	/** Port of the editor; a free one unless given. */
	port?: number;
	env?: NodeJS.ProcessEnv;
	progress?: Progress;
}

/** A workflow as exported from the editor. */
export interface WorkflowJson {
	name: string;
	nodes: Array<Record<string, unknown>>;
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

/** A real n8n with a data folder of its own, which is removed in the end. */
export interface N8n {
	/** Address of the editor. */
	url: string;
	/** The server as the editor sees it. */
	rest: Rest;
	logs(): string;
	createCredential(type: string, name: string, data: Record<string, unknown>): Promise<string>;
	/** Presses the credential's test button. */
	testCredential(id: string, type: string, data: Record<string, unknown>): Promise<CredentialTest>;
	createWorkflow(workflow: WorkflowJson): Promise<string>;
	/** Activates a workflow and waits until its webhooks answer. */
	activate(workflowId: string): Promise<void>;
	deactivate(workflowId: string): Promise<void>;
	/** Runs a workflow from its manual trigger and waits for the end. */
	run(workflowId: string, trigger: string): Promise<Execution>;
	/** Production address of a webhook node. */
	webhookUrl(webhookId: string, path?: string): string;
	/** All executions of a workflow so far, oldest first. */
	executions(workflowId: string): Promise<Execution[]>;
	/** Ends and starts n8n again on the same data. */
	restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
	stop(): Promise<void>;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message: string;
}

/** Starts a real n8n with the given node, as a user would have it. */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const host = await installHost(options.progress ?? (() => undefined));
	const dataFolder = await mkdtemp(join(tmpdir(), 'trackly-n8n-'));
	const n8nFolder = join(dataFolder, '.n8n');
	await mkdir(n8nFolder, { recursive: true });
	if (options.tarball) await installTarball(options.tarball, n8nFolder);
	const place = {
		host,
		dataFolder,
		port: options.port ?? (await freePort()),
		brokerPort: await freePort(),
	};
	const url = `http://127.0.0.1:${place.port}`;
	const start = async () => await startProcess(place, options.env ?? {});

	let server: N8nProcess = await start();
	let rest = await signIn(url);
	const call: Rest = async (method, path, body) => await rest(method, path, body);

	return {
		url,
		rest: call,
		logs: () => server.logs(),
		async createCredential(type, name, data) {
			const { id } = await call<{ id: string }>('POST', '/rest/credentials', { type, name, data });
			return id;
		},
		async testCredential(id, type, data) {
			const credentials = { id, type, name: 'under test', data };
			return await call<CredentialTest>('POST', '/rest/credentials/test', { credentials });
		},
		async createWorkflow({ name, nodes, connections, settings = {}, pinData }) {
			const body = { name, nodes, connections, settings, pinData, active: false };
			return (await call<{ id: string }>('POST', '/rest/workflows', body)).id;
		},
		activate: async (workflowId) => await activate(call, url, workflowId),
		async deactivate(workflowId) {
			await call('POST', `/rest/workflows/${workflowId}/deactivate`, {});
		},
		async run(workflowId, trigger) {
			const { executionId } = await call<{ executionId: string }>(
				'POST',
				`/rest/workflows/${workflowId}/run`,
				{ triggerToStartFrom: { name: trigger } },
			);
			return await waitForExecution(call, executionId);
		},
		webhookUrl: (webhookId, path = 'webhook') => `${url}/webhook/${webhookId}/${path}`,
		executions: async (workflowId) => await readExecutions(call, workflowId),
		async restart(signal) {
			await server.stop(signal);
			server = await start();
			rest = await signIn(url);
		},
		async stop() {
			await server.stop();
			await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

async function waitForExecution(rest: Rest, id: string): Promise<Execution> {
	return await poll(
		`execution ${id} to end`,
		async () => {
			const stored = await rest<StoredExecution>('GET', `/rest/executions/${id}`);
			return hasEnded(stored) ? readExecution(stored) : undefined;
		},
		EXECUTION_DEADLINE,
	);
}

/** Executions in one page of n8n's list. */
const PAGE = 100;

async function readExecutions(rest: Rest, workflowId: string): Promise<Execution[]> {
	const ids: string[] = [];
	for (let lastId: string | undefined; ; lastId = ids[ids.length - 1]) {
		const query = new URLSearchParams({
			filter: JSON.stringify({ workflowId }),
			limit: String(PAGE),
			...(lastId && { lastId }),
		});
		const { results } = await rest<{ results: StoredExecution[] }>(
			'GET',
			`/rest/executions?${query}`,
		);
		ids.push(...results.map(({ id }) => id));
		if (results.length < PAGE) break;
	}
	const executions: Execution[] = [];
	for (const id of ids.reverse()) executions.push(await waitForExecution(rest, id));
	return executions;
}

/** n8n registers webhooks some time after it has answered; calls before that get 404. */
async function activate(rest: Rest, url: string, workflowId: string): Promise<void> {
	const workflow = await rest<{ versionId: string; nodes: Array<{ webhookId?: string }> }>(
		'GET',
		`/rest/workflows/${workflowId}`,
	);
	await rest('POST', `/rest/workflows/${workflowId}/activate`, { versionId: workflow.versionId });
	for (const { webhookId } of workflow.nodes) {
		if (webhookId === undefined) continue;
		await poll(
			`the webhook of workflow ${workflowId}`,
			async () => {
				// A method that the node does not serve: n8n then names those it does.
				const answer = await fetch(`${url}/webhook/${webhookId}/webhook`, { method: 'PUT' });
				return (await answer.text()).includes('Did you mean') ? true : undefined;
			},
			WEBHOOK_DEADLINE,
		);
	}
}
