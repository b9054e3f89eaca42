import path from 'node:path';

import type { HostOptions, PackageInWorld } from '../../../../test/e2e/anyWorld';
import { useNodeWorld, type NodeWorld } from '../../../../test/e2e/nodeWorld';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

export const NAME = 'ME-SMS';
export const NODE_TYPE = 'n8n-nodes-me-sms.meSms';
export const TRIGGER_TYPE = 'n8n-nodes-me-sms.meSmsTrigger';

/** A real n8n with the packed ME-SMS nodes, and the account that they talk to. */
export type World = NodeWorld<Sandbox>;

/**
 * Starts a world before the tests of a file and ends it after them; the account is as at its start before
 * each of them.
 */
export function useWorld({
	sandbox = {},
	...host
}: HostOptions & { sandbox?: SandboxOptions } = {}): () => World {
	return useNodeWorld(packageWith(sandbox), [NAME, NODE_TYPE], host);
}

const packageWith = (account: SandboxOptions): PackageInWorld<Sandbox> => ({
	folder: path.join(__dirname, '../..'),
	startSandbox: async () =>
		await startSandbox({ timeScale: 0.001, checkContract: true, ...account }),
	credentialType: 'meSmsApi',
	credentialData,
});

/** The fields of a credential for the account. */
export function credentialData({ apiKey, apiUrl }: Sandbox): Record<string, string> {
	return { apiKey, baseUrl: apiUrl };
}

/** The sender that the account has, By Name. */
export const SENDER = { __rl: true, mode: 'name', value: 'TEAHOUSE' };
