import { randomBytes } from 'node:crypto';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/trackly';
import {
	startN8n,
	type CredentialReference,
	type N8nHost,
	type WorkflowFile,
} from '../../host/n8n';
import type { HostName } from '../../host/location';
import { packProject } from '../../host/tarball';

/** Milliseconds: the first boot on a machine may have to install n8n. */
export const BOOT_DEADLINE = 600_000;

/** A real n8n with the packed node, and the account it talks to. */
export interface World {
	n8n: N8nHost;
	sandbox: Sandbox;
	/** A good credential for the account. */
	credential: CredentialReference;
	/** What the account signs its webhooks with, and the credential knows. */
	webhookSecret: string;
}

export interface WorldOptions {
	/** What differs from the usual account. */
	sandbox?: SandboxOptions;
	/** Called with every line that n8n writes. */
	log?: (line: string) => void;
	/** Which n8n; the current one when not given. */
	host?: HostName;
}

/** Starts a world before the tests of a file and ends it after them. */
export function useWorld(
	env: Record<string, string> = {},
	{ sandbox: account, log, host }: WorldOptions = {},
): () => World {
	let world: World;
	beforeAll(async () => {
		const sandbox = await startSandbox({ timeScale: 0.01, checkContract: true, ...account });
		const n8n = await startN8n({ tarball: await packProject(), env, log, host });
		world = await introduce(n8n, sandbox);
	}, BOOT_DEADLINE);
	afterAll(async () => {
		await world?.n8n.stop();
		await world?.sandbox.stop();
		expect(world?.sandbox.violations() ?? []).toEqual([]);
	}, 60_000);
	return () => world;
}

/** Gives an n8n a credential for an account. */
export async function introduce(n8n: N8nHost, sandbox: Sandbox): Promise<World> {
	const webhookSecret = randomBytes(24).toString('hex');
	const credential = await n8n.createCredential({
		name: 'Trackly account',
		type: 'tracklyApi',
		data: credentialData(sandbox, { webhookSecret }),
	});
	return { n8n, sandbox, credential, webhookSecret };
}

/** The fields of a credential for the account. */
export function credentialData(
	sandbox: Sandbox,
	overrides: Record<string, string> = {},
): Record<string, string> {
	return {
		apiKey: sandbox.apiKey,
		baseUrl: 'custom',
		customBaseUrl: sandbox.apiUrl,
		...overrides,
	};
}

/** A node of a workflow. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters, ...settings };
}

/** A Trackly node with the world's credential. */
export function trackly(
	{ credential }: World,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): INode {
	return node('Trackly', 'n8n-nodes-trackly.trackly', parameters, {
		credentials: { tracklyApi: { id: credential.id, name: credential.name } },
		...settings,
	});
}

/** A workflow that runs the last of its nodes on the given items when started by hand. */
export function manualWorkflow(items: IDataObject[], last: INode): WorkflowFile {
	return {
		name: `On ${items.length} items: ${last.name}`,
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Items', 'n8n-nodes-base.noOp', {}),
			last,
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: last.name, type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) } as unknown as IDataObject,
	};
}
