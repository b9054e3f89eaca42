import path from 'node:path';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import {
	nodeWith,
	useWorldOf,
	type AnyWorld,
	type HostOptions,
} from '../../../../test/e2e/anyWorld';
import { endOf, manualWorkflow, type Ended } from '../../../../test/e2e/workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { SourceFiles } from '../unit/sandbox/source-files';

export { CSV, ORG } from '../unit/sandbox/bench';

const NAME = 'Political Comms';
export const NODE_TYPE = 'n8n-nodes-political-comms.politicalComms';
export const TRIGGER_TYPE = 'n8n-nodes-political-comms.politicalCommsTrigger';

/** A real n8n with the packed Political Comms nodes, the account and files that it can fetch. */
export interface World extends AnyWorld<Sandbox> {
	files: SourceFiles;
	/** A node of the package with a credential for the account. */
	node(parameters: INodeParameters, settings?: Partial<INode>): INode;
	/** Runs a new workflow: the node on the items. */
	run(
		parameters: INodeParameters,
		items?: IDataObject[],
		settings?: Partial<INode>,
	): Promise<Ended>;
}

/** The same for the tests of a file; the account is as at its start before each of them. */
export function useWorld({
	sandbox: account,
	...host
}: HostOptions & { sandbox?: SandboxOptions } = {}): () => World {
	const files = new SourceFiles();
	const world = useWorldOf<Sandbox>(
		{
			folder: path.join(__dirname, '../..'),
			startSandbox: async () =>
				await startSandbox({ timeScale: 0.001, checkContract: true, ...account }),
			credentialType: 'politicalCommsApi',
			credentialData,
		},
		host,
	);
	let whole: World;
	beforeAll(async () => {
		await files.start();
		const { n8n, credential } = world();
		const node: World['node'] = (parameters, settings) =>
			nodeWith(credential, [NAME, NODE_TYPE], parameters, settings);
		whole = {
			...world(),
			files,
			node,
			run: async (parameters, items = [{}], settings) => {
				const file = manualWorkflow(items, node(parameters, settings));
				const id = await n8n.importWorkflow(file);
				return endOf(await n8n.waitForExecution(await n8n.run(id), 60_000), NAME);
			},
		};
	});
	afterAll(async () => await files.stop());
	beforeEach(() => world().sandbox.reset());
	return () => whole;
}

/** The fields of a credential for the account. */
export function credentialData(
	{ apiKey, apiUrl }: Sandbox,
	{ webhookSecret = '' }: { webhookSecret?: string } = {},
): Record<string, string> {
	return { apiKey, baseUrl: apiUrl, webhookSecret };
}
