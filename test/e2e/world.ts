import type { INode, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/trackly';
import type { N8nHost } from '../../host/n8n';
import {
	introduceTo,
	nodeWith,
	useWorldOf,
	type AnyWorld,
	type HostOptions,
	type PackageInWorld,
} from './anyWorld';

export { manualWorkflow, node } from './workflow';

/** A real n8n with the packed Trackly node, and the account it talks to. */
export type World = AnyWorld<Sandbox>;

export interface WorldOptions extends Omit<HostOptions, 'env'> {
	/** What differs from the usual account. */
	sandbox?: SandboxOptions;
}

const packageWith = (account: SandboxOptions = {}): PackageInWorld<Sandbox> => ({
	startSandbox: async () =>
		await startSandbox({ timeScale: 0.01, checkContract: true, ...account }),
	credentialType: 'tracklyApi',
	credentialData,
});

/** Starts a world before the tests of a file and ends it after them. */
export function useWorld(
	env: Record<string, string> = {},
	{ sandbox, ...host }: WorldOptions = {},
): () => World {
	return useWorldOf(packageWith(sandbox), { env, ...host });
}

/** Gives an n8n a credential for an account. */
export async function introduce(n8n: N8nHost, sandbox: Sandbox): Promise<World> {
	return await introduceTo(packageWith(), n8n, sandbox);
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

/** A Trackly node with the world's credential. */
export function trackly(
	{ credential }: World,
	parameters: INodeParameters,
	settings: Partial<INode> = {},
): INode {
	return nodeWith(credential, ['Trackly', 'n8n-nodes-trackly.trackly'], parameters, settings);
}
