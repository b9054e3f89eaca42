import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { nodeOutput, startN8n, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { startSandbox as startPoliticalComms } from '../../packages/political-comms/sandbox';
import { startSandbox as startTrackly } from '../../sandbox/trackly';
import { packagesOf } from '../../scripts/packages';
import { BOOT_DEADLINE, manualWorkflow, node } from './world';

interface Account {
	apiKey: string;
	apiUrl: string;
	violations(): readonly string[];
	stop(): Promise<void>;
}

/** One operation of a package's node, and where it runs. */
interface Run {
	start(): Promise<Account>;
	credential(account: Account): IDataObject;
	parameters: INodeParameters;
}

/** By package. */
const RUNS: Record<string, Run> = {
	'n8n-nodes-trackly': {
		start: () => startTrackly({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: 'custom', customBaseUrl: apiUrl }),
		parameters: { resource: 'list', operation: 'getAll' },
	},
	'n8n-nodes-political-comms': {
		start: () => startPoliticalComms({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: apiUrl }),
		parameters: { resource: 'organization', operation: 'getAll' },
	},
};

/** `TracklyTrigger` of `dist/nodes/Trackly/TracklyTrigger.node.js` is called `tracklyTrigger`. */
function nameIn(built: string): string {
	const [, name] = /(\w+)\.(?:node|credentials)\.js$/.exec(built)!;
	return `${name[0].toLowerCase()}${name.slice(1)}`;
}

const packages = packagesOf().map(({ folder, manifest: { name, n8n } }) => ({
	folder,
	name,
	nodes: n8n.nodes.map(nameIn),
	credential: nameIn(n8n.credentials[0]),
}));

let n8n: N8nHost;
beforeAll(async () => {
	const tarball: string[] = [];
	for (const { folder } of packages) tarball.push(await packProject(folder));
	n8n = await startN8n({ tarball });
}, BOOT_DEADLINE);
afterAll(async () => await n8n?.stop(), 60_000);

describe('all packages in one n8n', () => {
	it('each of their nodes is there', async () => {
		const types = packages.flatMap(({ name, nodes }) => nodes.map((type) => `${name}.${type}`));
		const nodeInfos = types.map((name) => ({ name, version: 1 }));
		const found = await n8n.rest<INodeTypeDescription[]>('POST', '/node-types', { nodeInfos });
		expect(found.map(({ name }) => name)).toEqual(packages.flatMap(({ nodes }) => nodes));
	});

	it.each(packages.map((each) => [each.name, each] as const))(
		'the node of %s runs, and its credential is good',
		async (name, { nodes: [type], credential: credentialType }) => {
			const { start, credential, parameters } = RUNS[name];
			const account = await start();
			try {
				const data = credential(account) as Record<string, string>;
				const own = await n8n.createCredential({ name, type: credentialType, data });
				expect(await n8n.testCredential(own.id)).toMatchObject({ status: 'OK' });
				const last = node('Node', `${name}.${type}`, parameters, {
					credentials: { [credentialType]: { id: own.id, name: own.name } },
				});
				const id = await n8n.importWorkflow(manualWorkflow([{}], last), [own]);
				const execution = await n8n.waitForExecution(await n8n.run(id));
				expect(nodeOutput(execution, 'Node').length).toBeGreaterThan(0);
				expect(account.violations()).toEqual([]);
			} finally {
				await account.stop();
			}
		},
		60_000,
	);
});
