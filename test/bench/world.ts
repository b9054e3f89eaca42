import { readFile, writeFile } from 'node:fs/promises';
import type { INode, INodeParameters } from 'n8n-workflow';

import { node } from '../e2e/world';
import { nodeOutput, nodeRuns, startN8n, type Execution, type N8nHost } from '../../host/n8n';
import { until } from '../../host/poll';
import { packProject } from '../../host/tarball';
import { startAccount, type BenchAccount } from './account';

/** Milliseconds of each answer of the account, unless said otherwise. */
export const LATENCY_MS = 20;
const DEADLINE_MS = 600_000;

/** A real n8n with the packed package, an account in another process, and the ways to talk to it. */
export interface BenchWorld {
	n8n: N8nHost;
	account: BenchAccount;
	/** What the Trackly node authenticates with. */
	trackly: NonNullable<INode['credentials']>;
	/** What n8n's HTTP Request node authenticates with. */
	header: NonNullable<INode['credentials']>;
}

export async function inWorld<T>(use: (world: BenchWorld) => Promise<T>): Promise<T> {
	const account = await startAccount(LATENCY_MS);
	try {
		const n8n = await startN8n({ tarball: await packProject() });
		try {
			const { apiKey, apiUrl } = account;
			const trackly = await n8n.createCredential({
				name: 'Trackly account',
				type: 'tracklyApi',
				data: { apiKey, baseUrl: 'custom', customBaseUrl: apiUrl },
			});
			const header = await n8n.createCredential({
				name: 'API key header',
				type: 'httpHeaderAuth',
				data: { name: 'X-Api-Key', value: apiKey },
			});
			return await use({
				n8n,
				account,
				trackly: { tracklyApi: { id: trackly.id, name: trackly.name } },
				header: { httpHeaderAuth: { id: header.id, name: header.name } },
			});
		} finally {
			await n8n.stop();
		}
	} finally {
		await account.stop();
	}
}

/** The Trackly node with an operation. */
export function tracklyNode({ trackly }: BenchWorld, parameters: INodeParameters): INode {
	return node('Trackly', 'n8n-nodes-trackly.trackly', parameters, { credentials: trackly });
}

/** n8n's HTTP Request node as people set it up for this API. */
export function httpNode(
	{ header, account }: BenchWorld,
	path: string,
	parameters: INodeParameters,
): INode {
	return node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{
			url: `${account.apiUrl}${path}`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			...parameters,
		},
		{ typeVersion: 4.2, credentials: header },
	);
}

/** n8n's Code node, run once for all items. */
export function codeNode(name: string, jsCode: string): INode {
	return node(name, 'n8n-nodes-base.code', { jsCode }, { typeVersion: 2 });
}

/** A workflow of the nodes, one after the other, behind a manual trigger. */
export async function chain({ n8n }: Pick<BenchWorld, 'n8n'>, nodes: INode[]): Promise<string> {
	const all = [node('Start', 'n8n-nodes-base.manualTrigger', {}), ...nodes];
	const connections = Object.fromEntries(
		nodes.map(({ name }, index) => [
			all[index].name,
			{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
		]),
	);
	return await n8n.importWorkflow({
		name: nodes.map(({ name }) => name).join(', '),
		nodes: all,
		connections,
		settings: { executionOrder: 'v1' },
	});
}

/**
 * Runs a workflow once.
 *
 * @throws unless it ends well
 */
export async function execute(
	{ n8n }: Pick<BenchWorld, 'n8n'>,
	workflowId: string,
): Promise<Execution> {
	const id = await n8n.run(workflowId);
	await ended(n8n, workflowId, id);
	const execution = await n8n.execution(id);
	if (execution.status !== 'success') {
		const { error } = execution.data.resultData;
		throw new Error(`Execution ${id} is ${execution.status}: ${error?.message}`);
	}
	return execution;
}

/** Waits without reading what the execution holds, which would be counted as n8n's memory. */
async function ended(n8n: N8nHost, workflowId: string, id: string): Promise<void> {
	const running = ['new', 'running', 'waiting', 'unknown'];
	await until(`the end of execution ${id}`, DEADLINE_MS, async () => {
		// With 10,000 requests under way at once n8n may be too busy to answer.
		const all = await n8n.executions({ workflowId }).catch(() => []);
		const found = all.find((each) => each.id === id);
		return found && !running.includes(found.status) ? true : undefined;
	});
}

/** Milliseconds that the named nodes took together, as n8n shows them in the editor. */
export function nodeTime(execution: Execution, names: readonly string[]): number {
	const runs = names.flatMap((name) => nodeRuns(execution, name));
	return runs.reduce((sum, { executionTime }) => sum + executionTime, 0);
}

/** @throws unless each of the node's items passes the test, and there are as many as expected */
export function checkItems(
	execution: Execution,
	name: string,
	count: number,
	isGood: (json: Record<string, unknown>, index: number) => boolean,
): void {
	const items = nodeOutput(execution, name);
	const bad = items.find(({ json }, index) => !isGood(json, index));
	if (items.length !== count || bad !== undefined) {
		throw new Error(`${name} gave ${items.length} of ${count} items: ${JSON.stringify(bad?.json)}`);
	}
}

/** Most memory that n8n's process has held while `work` ran, in bytes (Linux only). */
export async function peakMemory(
	{ n8n }: Pick<BenchWorld, 'n8n'>,
	work: () => Promise<void>,
): Promise<number> {
	await writeFile(`/proc/${n8n.pid}/clear_refs`, '5');
	await work();
	const status = await readFile(`/proc/${n8n.pid}/status`, 'utf8');
	const kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
	return kilobytes * 1_024;
}
