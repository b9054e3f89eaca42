import { createHmac, randomBytes } from 'node:crypto';
import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { nodeOutput, startN8n, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { startSandbox as startPoliticalComms } from '../../packages/political-comms/sandbox';
import { startSandbox as startTrackly } from '../../sandbox/trackly';
import { packagesOf } from '../../scripts/packages';
import { BOOT_DEADLINE, nodeWith } from './anyWorld';
import { manualWorkflow } from './workflow';

interface Account {
	apiKey: string;
	apiUrl: string;
	violations(): readonly string[];
	stop(): Promise<void>;
}

/** One operation of a package's node, and where it runs. */
interface Run {
	start(): Promise<Account>;
	credential(account: Pick<Account, 'apiKey' | 'apiUrl'>): IDataObject;
	parameters: INodeParameters;
	/** An event that its trigger starts for, with these parameters. */
	event: IDataObject;
	listening: INodeParameters;
	/** How its account signs, by the digest in hex. */
	signed(digest: string): Record<string, string>;
}

/** By package. */
const RUNS: Record<string, Run> = {
	'n8n-nodes-trackly': {
		start: () => startTrackly({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: 'custom', customBaseUrl: apiUrl }),
		parameters: { resource: 'list', operation: 'getAll' },
		event: { event: 'reply', body: 'Yes', phone_number: '+12025550117' },
		listening: { events: ['reply'], registration: 'byHand' },
		signed: (digest) => ({ 'x-trackly-signature': digest }),
	},
	'n8n-nodes-political-comms': {
		start: () => startPoliticalComms({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: apiUrl }),
		parameters: { resource: 'organization', operation: 'getAll' },
		event: { event_type: 'message.replied', text: 'Yes', from: '+12025550117' },
		listening: { events: ['message.replied'] },
		signed: (digest) => ({ 'x-webhook-signature': `sha256=${digest}` }),
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
				const last = nodeWith(own, ['Node', `${name}.${type}`], parameters);
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
	it.each(packages.map((each, index) => [each.name, index, each] as const))(
		'the trigger of %s starts for its own events, and for nobody else',
		async (name, index, { nodes: [, type], credential: credentialType }) => {
			const { credential, event, listening } = RUNS[name];
			const webhookSecret = randomBytes(24).toString('hex');
			const account = { apiKey: 'unused', apiUrl: 'http://127.0.0.1:9/v1' };
			const data = { ...credential(account), webhookSecret } as Record<string, string>;
			const own = await n8n.createCredential({ name, type: credentialType, data });
			const trigger = nodeWith(own, ['Trigger', `${name}.${type}`], listening, {
				webhookId: `6f1c0d9e-1111-4222-8333-44445555670${index}`,
			});
			const id = await n8n.importWorkflow({ name, nodes: [trigger], connections: {} });
			await n8n.activate(id);
			const url = await n8n.webhookUrl(id);
			const body = JSON.stringify(event);
			const statusOf = async (digest: string, { signed } = RUNS[name]) => {
				const headers = { 'content-type': 'application/json', ...signed(digest) };
				return (await fetch(url, { method: 'POST', body, headers })).status;
			};
			const digest = createHmac('sha256', webhookSecret).update(body).digest('hex');
			const forged = createHmac('sha256', 'another secret').update(body).digest('hex');
			const others = Object.keys(RUNS).filter((each) => each !== name);
			expect(await statusOf(forged)).toBe(401);
			for (const other of others) expect(await statusOf(digest, RUNS[other])).toBe(401);
			expect(await statusOf(digest)).toBe(200);
			const [started] = await n8n.waitForExecutions(id, 1);
			const [{ json }] = nodeOutput(await n8n.execution(started.id), 'Trigger');
			expect(json).toMatchObject({ text: 'Yes' });
			expect(await n8n.executions({ workflowId: id })).toHaveLength(1);
			await n8n.deactivate(id);
		},
		60_000,
	);
});
