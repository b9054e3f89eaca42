import path from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import { nodeOutput, startN8n, type N8nHost } from '../../host/n8n';
import { packProject } from '../../host/tarball';
import { startSandbox, type Sandbox } from '../../packages/political-comms/sandbox';
import { SourceFiles } from '../../packages/political-comms/test/unit/sandbox/source-files';
import { node } from '../e2e/world';
import { compare, type Measurement, type Subject } from './figure';
import { codeNode, execute, nodeTime } from './world';

const RUNS = 3;
const IMPORTS = 10;
const CONTACTS = 5_000;
/** How long the account takes for a file; a wait asks for its state meanwhile. */
const IMPORT_SECONDS = 3;
const PACKAGE = path.resolve(__dirname, '../../packages/political-comms');

/**
 * Political Comms: ten imports at once until all are ready, against what people build by hand: HTTP
 * Request, then Wait, HTTP Request and If in a circle.
 */
export const imports: Measurement = {
	figures: ['importVsHandBuilt'],
	async measure(print) {
		const sandbox = await startSandbox({ settings: { importSeconds: IMPORT_SECONDS } });
		const files = await new SourceFiles().start();
		const n8n = await startN8n({ tarball: await packProject(PACKAGE) });
		try {
			const url = files.put('contacts.csv', contactsFile());
			print(`Political Comms, ${IMPORTS} imports of ${CONTACTS} contacts until they are ready`);
			const ours = await importAndWait(n8n, sandbox, url);
			const theirs = await handBuilt(n8n, sandbox, url);
			return { importVsHandBuilt: await compare(ours, theirs, { runs: RUNS, print }) };
		} finally {
			await n8n.stop();
			await files.stop();
			await sandbox.stop();
		}
	},
};

function contactsFile(): string {
	const rows = Array.from({ length: CONTACTS }, (_, index) => `+1${2_025_500_000 + index},Ada`);
	return ['Mobile,First', ...rows, ''].join('\n');
}

async function importAndWait(n8n: N8nHost, sandbox: Sandbox, url: string): Promise<Subject> {
	const { id, name } = await n8n.createCredential({
		name: 'Political Comms account',
		type: 'politicalCommsApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, webhookSecret: '' },
	});
	const own = node(
		'Import',
		'n8n-nodes-political-comms.politicalComms',
		{
			resource: 'contactList',
			operation: 'import',
			sourceUrl: url,
			listName: '={{ $json.name }}',
			phoneColumn: 'Mobile',
			waitUntilReady: true,
			maximumWait: 1,
		},
		{ credentials: { politicalCommsApi: { id, name } } },
	);
	const all = [...start(), own];
	return subject(n8n, 'Import and wait', all, { Lists: [['Import']] }, 'Import', ['Import']);
}

async function handBuilt(n8n: N8nHost, sandbox: Sandbox, url: string): Promise<Subject> {
	const { id, name } = await n8n.createCredential({
		name: 'API key header',
		type: 'httpHeaderAuth',
		data: { name: 'X-API-Key', value: sandbox.apiKey },
	});
	const http = (called: string, parameters: INodeParameters) =>
		node(
			called,
			'n8n-nodes-base.httpRequest',
			{ authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth', ...parameters },
			{ typeVersion: 4.2, credentials: { httpHeaderAuth: { id, name } } },
		);
	const all = [
		...start(),
		http('Start Import', {
			method: 'POST',
			url: `${sandbox.apiUrl}/contact-lists/import`,
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'source_url', value: url },
					{ name: 'list_name', value: '={{ $json.name }}' },
					{ name: 'phone_column', value: 'Mobile' },
				],
			},
		}),
		node(
			'Wait',
			'n8n-nodes-base.wait',
			{ amount: 1, unit: 'seconds' },
			{ typeVersion: 1.1, webhookId: '6f1c0d9e-3333-4222-8333-444455550005' },
		),
		http('Get State', { url: `=${sandbox.apiUrl}/contact-lists/{{ $json.data.list_id }}` }),
		node(
			'If',
			'n8n-nodes-base.if',
			{
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
					combinator: 'and',
					conditions: [
						{
							id: 'ready',
							leftValue: '={{ $json.data.import.status }}',
							rightValue: 'ready',
							operator: { type: 'string', operation: 'equals' },
						},
					],
				},
				options: {},
			},
			{ typeVersion: 2 },
		),
		node('Ready', 'n8n-nodes-base.noOp', {}),
	];
	const connections = {
		Lists: [['Start Import']],
		'Start Import': [['Wait']],
		Wait: [['Get State']],
		'Get State': [['If']],
		If: [['Ready'], ['Wait']],
	};
	const counted = ['Start Import', 'Wait', 'Get State', 'If'];
	return subject(n8n, 'HTTP Request, Wait, If', all, connections, 'Ready', counted);
}

/** Starts by hand with an item for each list. */
function start(): INode[] {
	const lists = `return Array.from({ length: ${IMPORTS} }, (_, i) => ({ json: { name: 'List ' + i } }));`;
	return [node('Start', 'n8n-nodes-base.manualTrigger', {}), codeNode('Lists', lists)];
}

/** @param connections names of the nodes after each output of a node */
async function subject(
	n8n: N8nHost,
	name: string,
	nodes: INode[],
	connections: Record<string, string[][]>,
	last: string,
	counted: readonly string[],
): Promise<Subject> {
	const whole: Record<string, string[][]> = { Start: [['Lists']], ...connections };
	const workflowId = await n8n.importWorkflow({
		name,
		nodes,
		connections: Object.fromEntries(
			Object.entries(whole).map(([from, outputs]) => [
				from,
				{ main: outputs.map((to) => to.map((each) => target(each))) },
			]),
		),
		settings: { executionOrder: 'v1' },
	});
	return {
		name,
		run: async () => {
			const execution = await execute({ n8n }, workflowId);
			const { length } = nodeOutput(execution, last);
			if (length === 0) throw new Error(`${name} ended without a list that is ready`);
			return nodeTime(execution, counted);
		},
	};
}

function target(name: string) {
	return { node: name, type: 'main' as const, index: 0 };
}
