import {
	NodeHelpers,
	type INode,
	type INodeTypeDescription,
	type IWebhookDescription,
} from 'n8n-workflow';

import type { HostName } from './location';
import { until } from './poll';
import type { CredentialReference, Rest, WorkflowFile } from './types';

const ACTIVATION_DEADLINE_MS = 300_000; // a second, on a slow and busy machine some
const RARE_METHODS = ['PATCH', 'DELETE', 'PUT'];

interface Workflow {
	id: string;
	versionId: string;
	nodes: INode[];
}

interface Publication {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ nodeId: string; errorMessage: string | null }>;
}

export interface Webhook {
	node: string;
	methods: string[];
	/** Below `/webhook` and `/webhook-test`. */
	path: string;
}

/** Workflows: import, publish, run. */
export function workflowCalls(rest: Rest, url: string, host: HostName = 'current') {
	const workflow = (id: string) => rest<Workflow>('GET', `/workflows/${id}`);

	const importWorkflow = async (
		file: WorkflowFile,
		credentials: CredentialReference[] = [],
	): Promise<string> => {
		const { name = 'Workflow', connections, settings, pinData } = file;
		const nodes = file.nodes.map((node) => withCredentials(node, credentials));
		// The older n8n wants to be told that it is not active.
		const body = {
			name,
			nodes,
			connections,
			settings,
			pinData,
			...(host === 'older' && { active: false }),
		};
		return (await rest<Workflow>('POST', '/workflows', body)).id;
	};

	const updateNode = async (
		id: string,
		nodeName: string,
		changes: Partial<INode>,
	): Promise<void> => {
		const { nodes, versionId } = await workflow(id);
		const changed = nodes.map((each) => (each.name === nodeName ? { ...each, ...changes } : each));
		await rest('PATCH', `/workflows/${id}`, { nodes: changed, versionId });
	};

	const activate = async (id: string): Promise<void> => {
		const { versionId, nodes } = await workflow(id);
		await rest('POST', `/workflows/${id}/activate`, { versionId });
		if (host === 'current') await published(id);
		for (const webhook of await webhooksOf(id, nodes)) await webhookAnswers(webhook);
	};

	/** The older n8n answers only when the triggers are set up, or with what went wrong. */
	const published = async (id: string): Promise<void> => {
		// n8n answers before the triggers are set up. Its own word on them comes last: after the
		// node's registration and after that has been stored.
		const publication = await until(
			`workflow ${id} to be active`,
			ACTIVATION_DEADLINE_MS,
			async () => {
				const current = await rest<Publication>('GET', `/workflows/${id}/publication-status`);
				return current.status === 'in_progress' ? undefined : current;
			},
		);
		if (publication.status !== 'published') {
			const reasons = publication.triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
			throw new Error(`Workflow ${id} is ${publication.status}: ${reasons.join('; ')}`);
		}
	};

	const deactivate = async (id: string): Promise<void> => {
		await rest('POST', `/workflows/${id}/deactivate`, {});
		if (host === 'older') return;
		await until(`workflow ${id} to be inactive`, ACTIVATION_DEADLINE_MS, async () => {
			const { status } = await rest<Publication>('GET', `/workflows/${id}/publication-status`);
			return status === 'not_published' || undefined;
		});
	};

	/** Asked with a method that it does not serve, n8n names those that a known webhook does. */
	const webhookAnswers = ({ methods, path }: Webhook) => {
		const method = RARE_METHODS.find((candidate) => !methods.includes(candidate));
		return until(`webhook ${path} to answer`, ACTIVATION_DEADLINE_MS, async () => {
			const response = await fetch(`${url}/webhook/${path}`, { method });
			return (await response.text()).includes('Did you mean') || undefined;
		});
	};

	const webhooksOf = async (id: string, nodes: INode[]): Promise<Webhook[]> => {
		// Tools that n8n makes of nodes have no separate description, and no webhook to call.
		const enabled = nodes.filter(({ disabled, type }) => !disabled && !type.endsWith('Tool'));
		const descriptions = await describe(enabled);
		return enabled.flatMap((node, index) => {
			const described = descriptions[index].webhooks ?? [];
			return described.flatMap((webhook) => webhookOf(id, node, webhook) ?? []);
		});
	};

	const describe = (nodes: INode[]) =>
		rest<INodeTypeDescription[]>('POST', '/node-types', {
			nodeInfos: nodes.map(({ type, typeVersion }) => ({ name: type, version: typeVersion })),
		});

	const webhookPath = async (id: string, nodeName?: string): Promise<string> => {
		const webhooks = await webhooksOf(id, (await workflow(id)).nodes);
		const found = webhooks.find(({ node }) => nodeName === undefined || node === nodeName);
		if (!found) throw new Error(`No webhook in ${nodeName ?? 'any node'} of workflow ${id}`);
		return found.path;
	};

	const webhookUrl = async (id: string, nodeName?: string) =>
		`${url}/webhook/${await webhookPath(id, nodeName)}`;

	const start = async (id: string, startNode?: string) =>
		rest<{ executionId?: string; waitingForWebhook?: boolean }>('POST', `/workflows/${id}/run`, {
			triggerToStartFrom: { name: startNode ?? (await triggerOf(id)) },
			...(host === 'older' && { workflowData: await workflow(id) }),
		});

	const triggerOf = async (id: string): Promise<string> => {
		const nodes = (await workflow(id)).nodes.filter((node) => !node.disabled);
		const descriptions = await describe(nodes);
		const triggers = nodes.filter((_, index) => descriptions[index].group.includes('trigger'));
		if (triggers.length !== 1) {
			const names = triggers.map(({ name }) => name).join(', ') || 'none';
			throw new Error(`Workflow ${id} needs a startNode: its triggers are ${names}`);
		}
		return triggers[0].name;
	};

	const run = async (id: string, { startNode }: { startNode?: string } = {}): Promise<string> => {
		const { executionId } = await start(id, startNode);
		if (!executionId) throw new Error(`Workflow ${id} waits for a webhook: use listen()`);
		return executionId;
	};

	const listen = async (id: string, nodeName?: string): Promise<string> => {
		await start(id, nodeName);
		return `${url}/webhook-test/${await webhookPath(id, nodeName)}`;
	};

	return { importWorkflow, updateNode, activate, deactivate, webhookUrl, run, listen };
}

/** The credentials an exported workflow names exist only where it was exported. */
export function withCredentials(node: INode, credentials: CredentialReference[]): INode {
	if (!node.credentials) return node;
	const own = credentials
		.filter(({ type }) => node.credentials && type in node.credentials)
		.map(({ type, id, name }) => [type, { id, name }] as const);
	return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(own) } };
}

/** Where a node serves its main webhook, and for which methods. */
export function webhookOf(
	workflowId: string,
	node: INode,
	webhook: IWebhookDescription,
): Webhook | undefined {
	// A restart webhook is there only while an execution waits for it.
	if (webhook.name !== 'default' || webhook.restartWebhook) return undefined;
	// n8n's Webhook node takes both from parameters of these names; other nodes fix them.
	const fixed = !webhook.path.startsWith('=');
	const path = fixed ? webhook.path : String(node.parameters.path ?? '');
	const methods = fixed ? webhook.httpMethod : (node.parameters.httpMethod ?? 'GET');
	const full = webhook.isFullPath === true;
	return {
		node: node.name,
		methods: [methods].flat().map(String),
		path: NodeHelpers.getNodeWebhookPath(workflowId, node, path, full),
	};
}
