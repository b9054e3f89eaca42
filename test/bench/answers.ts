import type { INode } from 'n8n-workflow';

import { startN8n, type N8nHost } from '../../host/n8n';
import { until } from '../../host/poll';
import { packProject } from '../../host/tarball';
import { startSandbox, type Sandbox } from '../../sandbox/trackly';
import { credentialData, node } from '../e2e/world';
import { LIST } from './account';
import { median, rounded, spread, type Measurement } from './figure';
import { executionCount } from './trigger';

const RUNS = 3;
const QUESTIONS = 60;
/** Questions and answers under way at the same time. */
const AT_ONCE = 10;
const DEADLINE_MS = 120_000;
const CUSTOMER = '+12025550117';

/** A workflow that texts a link and waits until somebody answers there. */
interface Subject {
	name: string;
	workflowId: string;
	answer: URLSearchParams;
}

/**
 * Answers a second on the page of Send and Wait, from the first until the last execution has ended,
 * divided by those of what people build without it: HTTP Request texts the link of n8n's Wait node.
 */
export const answers: Measurement = {
	figures: ['answersVsWaitNode', 'answersPerSecond'],
	async measure(print) {
		const sandbox = await startSandbox({ timeScale: 0.01 });
		const n8n = await startN8n({ tarball: await packProject() });
		try {
			const subjects = [await sendAndWait(n8n, sandbox), await waitNode(n8n, sandbox)];
			const rates = new Map(subjects.map((subject) => [subject, [] as number[]]));
			for (const subject of subjects) await run(n8n, sandbox, subject);
			for (let turn = 0; turn < RUNS; turn++) {
				const order = turn % 2 === 0 ? subjects : [...subjects].reverse();
				for (const subject of order) rates.get(subject)!.push(await run(n8n, sandbox, subject));
			}
			const [ours, theirs] = subjects.map((subject) => rates.get(subject)!);
			for (const [{ name }, all] of rates) print(`${name}, answers/s: ${spread(all, 1)}`);
			const ratios = ours.map((rate, turn) => rate / theirs[turn]);
			print(`  ratio of ${RUNS} alternating runs of ${QUESTIONS} answers: ${spread(ratios, 3)}`);
			return {
				answersVsWaitNode: rounded(median(ratios)),
				answersPerSecond: rounded(median(ours)),
			};
		} finally {
			await n8n.stop();
			await sandbox.stop();
		}
	},
};

/** Asks all questions, then answers them. @returns answers a second */
async function run(n8n: N8nHost, sandbox: Sandbox, subject: Subject): Promise<number> {
	const { workflowId, answer } = subject;
	sandbox.journal().clear();
	const already = await executionCount(n8n, workflowId);
	await atOnce(Array.from({ length: QUESTIONS }), async () => {
		const id = await n8n.run(workflowId);
		await until(`execution ${id} to wait`, DEADLINE_MS, async () =>
			(await n8n.execution(id)).status === 'waiting' ? true : undefined,
		);
	});
	const links = await until(`the texts of ${subject.name}`, DEADLINE_MS, async () => {
		const texts = sandbox.journal().texts(CUSTOMER);
		return texts.length === QUESTIONS
			? texts.map(({ text }) => /https?:\S+/.exec(text)![0])
			: undefined;
	});
	const started = performance.now();
	await atOnce(links, async (link) => {
		const response = await fetch(link, { method: 'POST', body: answer });
		if (!response.ok) throw new Error(`${subject.name} answered ${response.status}`);
		await response.arrayBuffer();
	});
	await until('the answers', DEADLINE_MS, async () =>
		(await executionCount(n8n, workflowId)) >= already + QUESTIONS ? true : undefined,
	);
	return QUESTIONS / ((performance.now() - started) / 1_000);
}

async function atOnce<T>(all: readonly T[], use: (one: T) => Promise<unknown>): Promise<void> {
	const waiting = [...all];
	const workers = Array.from({ length: AT_ONCE }, async () => {
		while (waiting.length > 0) await use(waiting.shift()!);
	});
	await Promise.all(workers);
}

async function sendAndWait(n8n: N8nHost, sandbox: Sandbox): Promise<Subject> {
	const credential = await n8n.createCredential({
		name: 'Trackly account',
		type: 'tracklyApi',
		data: credentialData(sandbox),
	});
	const ask = node(
		'Trackly',
		'n8n-nodes-trackly.trackly',
		{
			resource: 'message',
			operation: 'sendAndWait',
			to: CUSTOMER,
			listNumber: { __rl: true, mode: 'number', value: LIST },
			message: 'Shall we ship your order today?',
			options: { wrapLinks: false },
		},
		{ credentials: { tracklyApi: { id: credential.id, name: credential.name } } },
	);
	const workflowId = await publish(n8n, [ask]);
	return { name: 'Send and Wait', workflowId, answer: new URLSearchParams({ approved: 'true' }) };
}

async function waitNode(n8n: N8nHost, { apiKey, apiUrl }: Sandbox): Promise<Subject> {
	const credential = await n8n.createCredential({
		name: 'API key header',
		type: 'httpHeaderAuth',
		data: { name: 'X-Api-Key', value: apiKey },
	});
	const text = node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: `${apiUrl}/send`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'to', value: CUSTOMER },
					{ name: 'list_number', value: LIST },
					{ name: 'body', value: '=Shall we ship your order today? {{ $execution.resumeUrl }}' },
				],
			},
		},
		{
			typeVersion: 4.2,
			credentials: { httpHeaderAuth: { id: credential.id, name: credential.name } },
		},
	);
	const wait = node(
		'Wait',
		'n8n-nodes-base.wait',
		{ resume: 'webhook', httpMethod: 'POST', options: {} },
		{ typeVersion: 1.1, webhookId: '6f1c0d9e-3333-4222-8333-444455550004' },
	);
	const workflowId = await publish(n8n, [text, wait]);
	return {
		name: 'HTTP Request and Wait',
		workflowId,
		answer: new URLSearchParams({ answer: 'yes' }),
	};
}

/** A workflow of the nodes, started manually. */
async function publish(n8n: N8nHost, nodes: INode[]): Promise<string> {
	const all = [node('Start', 'n8n-nodes-base.manualTrigger', {}), ...nodes];
	return await n8n.importWorkflow({
		name: nodes.map(({ name }) => name).join(', '),
		nodes: all,
		connections: Object.fromEntries(
			nodes.map(({ name }, index) => [
				all[index].name,
				{ main: [[{ node: name, type: 'main' as const, index: 0 }]] },
			]),
		),
		settings: { executionOrder: 'v1' },
	});
}
