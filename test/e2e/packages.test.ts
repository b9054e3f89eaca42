import { createHmac, randomBytes } from 'node:crypto';
import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { nodeOutput, startN8n, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { startSandbox as startMeSms } from '../../packages/me-sms/sandbox';
import { startSandbox as startPoliticalComms } from '../../packages/political-comms/sandbox';
import { startSandbox as startTrackly } from '../../sandbox/trackly';
import { packagesOf } from '../../scripts/packages';
import { nodeWith, WITHOUT_EDITOR } from './anyWorld';
import { manualWorkflow } from './workflow';

interface Account {
	apiKey: string;
	apiUrl: string;
	violations(): readonly string[];
	stop(): Promise<void>;
}

/** What an account posts to a trigger. */
interface Posted {
	event: IDataObject;
	/** How it signs, by the digest in hex. */
	signed(digest: string): Record<string, string>;
}

/** One operation of a package's node, an event of its trigger, and where both come from. */
interface Run {
	start(): Promise<Account>;
	credential(account: Account): IDataObject;
	parameters: INodeParameters;
	/** What its trigger listens for, and what that puts out. */
	listening: INodeParameters;
	output: IDataObject;
	/** Nothing where the trigger asks. */
	posted?: Posted;
}

/** By package. */
const RUNS: Record<string, Run> = {
	'n8n-nodes-trackly': {
		start: () => startTrackly({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: 'custom', customBaseUrl: apiUrl }),
		parameters: { resource: 'list', operation: 'getAll' },
		listening: { events: ['reply'], registration: 'byHand' },
		output: { text: 'Yes' },
		posted: {
			event: { event: 'reply', body: 'Yes', phone_number: '+12025550117' },
			signed: (digest) => ({ 'x-trackly-signature': digest }),
		},
	},
	'n8n-nodes-political-comms': {
		start: () => startPoliticalComms({ checkContract: true }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: apiUrl }),
		parameters: { resource: 'organization', operation: 'getAll' },
		listening: { events: ['message.replied'] },
		output: { text: 'Yes' },
		posted: {
			event: { event_type: 'message.replied', text: 'Yes', from: '+12025550117' },
			signed: (digest) => ({ 'x-webhook-signature': `sha256=${digest}` }),
		},
	},
	'n8n-nodes-me-sms': {
		start: () => startMeSms({ checkContract: true, credits: 90 }),
		credential: ({ apiKey, apiUrl }) => ({ apiKey, baseUrl: apiUrl }),
		parameters: { resource: 'sender', operation: 'getAll' },
		listening: {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			events: ['creditsBelow'],
			threshold: 100,
			options: { includeExisting: true },
		},
		output: { balance: 90 },
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

const named = packages.map((each) => [each.name, each] as const);

let n8n: N8nHost;
const accounts: Record<string, Account> = {};
beforeAll(async () => {
	const tarball: string[] = [];
	for (const { folder } of packages) tarball.push(await packProject(folder));
	n8n = await startN8n({ tarball, env: WITHOUT_EDITOR });
	for (const { name } of packages) accounts[name] = await RUNS[name].start();
});
afterAll(async () => {
	await n8n?.stop();
	for (const account of Object.values(accounts)) {
		await account.stop();
		expect(account.violations()).toEqual([]);
	}
});

/** A credential of a package for its account. */
async function credentialOf(name: string, type: string, more: IDataObject = {}) {
	const data = { ...RUNS[name].credential(accounts[name]), ...more };
	return await n8n.createCredential({ name, type, data });
}

describe('all packages in one n8n', () => {
	it('each of their nodes is there', async () => {
		const types = packages.flatMap(({ name, nodes }) => nodes.map((type) => `${name}.${type}`));
		const nodeInfos = types.map((name) => ({ name, version: 1 }));
		const found = await n8n.rest<INodeTypeDescription[]>('POST', '/node-types', { nodeInfos });
		expect(found.map(({ name }) => name)).toEqual(packages.flatMap(({ nodes }) => nodes));
	});

	it.each(named)(
		'the node of %s runs, and its credential is good',
		async (name, { nodes: [type], credential }) => {
			const own = await credentialOf(name, credential);
			expect(await n8n.testCredential(own.id)).toMatchObject({ status: 'OK' });
			const last = nodeWith(own, ['Node', `${name}.${type}`], RUNS[name].parameters);
			const id = await n8n.importWorkflow(manualWorkflow([{}], last), [own]);
			const execution = await n8n.waitForExecution(await n8n.run(id));
			expect(nodeOutput(execution, 'Node').length).toBeGreaterThan(0);
		},
	);

	it.each(named)('the test button of %s refuses another key', async (name, { credential }) => {
		const apiKey = accounts[name].apiKey.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'));
		const other = await credentialOf(name, credential, { apiKey });
		const { status, message } = await n8n.testCredential(other.id);
		expect([status, message]).toEqual(['Error', expect.stringMatching(/API key/)]);
	});

	it('the trigger of each starts for its own events, and for nobody else', async () => {
		const ids: string[] = [];
		for (const [index, { name, nodes, credential }] of packages.entries()) {
			const webhookSecret = randomBytes(24).toString('hex');
			const { listening, output, posted } = RUNS[name];
			const own = await credentialOf(name, credential, posted && { webhookSecret });
			const trigger = nodeWith(own, ['Trigger', `${name}.${nodes[1]}`], listening, {
				webhookId: `6f1c0d9e-1111-4222-8333-44445555670${index}`,
			});
			const id = await n8n.importWorkflow({ name, nodes: [trigger], connections: {} });
			ids.push(id);
			await n8n.activate(id);
			if (posted !== undefined) await post(await n8n.webhookUrl(id), posted, webhookSecret);
			const [started] = await n8n.waitForExecutions(id, 1);
			const [{ json }] = nodeOutput(await n8n.execution(started.id), 'Trigger');
			expect(json).toMatchObject(output);
		}
		for (const id of ids) {
			expect(await n8n.executions({ workflowId: id })).toHaveLength(1);
			await n8n.deactivate(id);
		}
	});
});

/** Posts an event that is forged, as each other account would sign it, and as its own does. */
async function post(url: string, { event, signed }: Posted, secret: string): Promise<void> {
	const body = JSON.stringify(event);
	const statusOf = async (signature: Record<string, string>) => {
		const headers = { 'content-type': 'application/json', ...signature };
		return (await fetch(url, { method: 'POST', body, headers })).status;
	};
	const digestBy = (key: string) => createHmac('sha256', key).update(body).digest('hex');
	expect(await statusOf(signed(digestBy('another secret')))).toBe(401);
	for (const { posted } of Object.values(RUNS)) {
		if (posted === undefined || posted.signed === signed) continue;
		expect(await statusOf(posted.signed(digestBy(secret)))).toBe(401);
	}
	expect(await statusOf(signed(digestBy(secret)))).toBe(200);
}
