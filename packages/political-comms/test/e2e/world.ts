import path from 'node:path';

import type { HostOptions } from '../../../../test/e2e/anyWorld';
import { useNodeWorld, type NodeWorld } from '../../../../test/e2e/nodeWorld';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { SourceFiles } from '../unit/sandbox/source-files';

export { CSV, ORG } from '../unit/sandbox/bench';

const NAME = 'Political Comms';
export const NODE_TYPE = 'n8n-nodes-political-comms.politicalComms';
export const TRIGGER_TYPE = 'n8n-nodes-political-comms.politicalCommsTrigger';

/** A real n8n with the packed Political Comms nodes, the account and files that it can fetch. */
export interface World extends NodeWorld<Sandbox> {
	files: SourceFiles;
}

/** The same for the tests of a file; the account is as at its start before each of them. */
export function useWorld({
	sandbox: account,
	...host
}: HostOptions & { sandbox?: SandboxOptions } = {}): () => World {
	const files = new SourceFiles();
	const world = useNodeWorld<Sandbox>(
		{
			folder: path.join(__dirname, '../..'),
			startSandbox: async () =>
				await startSandbox({ timeScale: 0.001, checkContract: true, ...account }),
			credentialType: 'politicalCommsApi',
			credentialData,
		},
		[NAME, NODE_TYPE],
		host,
	);
	beforeAll(async () => void (await files.start()));
	afterAll(async () => await files.stop());
	return () => ({ ...world(), files });
}

/** The fields of a credential for the account. */
export function credentialData(
	{ apiKey, apiUrl }: Sandbox,
	{ webhookSecret = '' }: { webhookSecret?: string } = {},
): Record<string, string> {
	return { apiKey, baseUrl: apiUrl, webhookSecret };
}
