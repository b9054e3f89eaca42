import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/trackly';
import { startN8n, type N8nHost } from '../../host/n8n';
import { until } from '../../host/poll';
import { packProject } from '../../host/tarball';
import { credentialData, node } from '../e2e/world';
import { startFakeGithub, type FakeGithub } from './fakeGithub';
import { median, rounded, spread, type Measurement } from './figure';

const RUNS = 5;
const WARM_UP_EVENTS = 50;
const EVENTS = 150;
/** As many as Trackly's sandbox posts at once. */
const CONNECTIONS = 10;
const DEADLINE_MS = 120_000;
/** Name and value of what a secured Webhook node asks for. */
const SECRET_HEADER = 'x-bench-secret';

/** One workflow that starts with a signed POST to a URL, and nothing after its trigger. */
interface Subject {
	name: string;
	workflowId: string;
	url: string;
	secret: string;
}

/** n8n's own trigger that ours is measured against. */
type Rival = (n8n: N8nHost, github: FakeGithub) => Promise<Subject>;

/**
 * Events a second from the first POST until the last execution has ended: through the Trackly
 * Trigger, divided by that of n8n's own Webhook node, which lets anybody in. Both get the same
 * requests by turns.
 */
export const openWebhook = figureOf('triggerVsWebhook', async (n8n) =>
	publishWebhook(n8n, 'none', {}),
);

/**
 * The same against a Webhook node that checks a secret header. Both have a credential then, whose
 * permission n8n looks up in its database for each execution.
 */
export const securedWebhook = figureOf('triggerVsSecuredWebhook', async (n8n) => {
	const credential = await n8n.createCredential({
		name: 'Header',
		type: 'httpHeaderAuth',
		data: { name: SECRET_HEADER, value: SECRET_HEADER },
	});
	return await publishWebhook(n8n, 'headerAuth', { httpHeaderAuth: reference(credential) });
});

/** The same against n8n's GitHub Trigger, which checks a signature and has a credential. */
export const githubTrigger = figureOf('triggerVsGithubTrigger', async (n8n, github) => {
	const credential = await n8n.createCredential({
		name: 'GitHub',
		type: 'githubApi',
		data: { server: github.url, user: 'bench', accessToken: 'bench' },
	});
	const byName = (value: string) => ({ __rl: true, mode: 'name', value });
	const subject = await publish(
		n8n,
		node(
			'GitHub Trigger',
			'n8n-nodes-base.githubTrigger',
			{ owner: byName('bench'), repository: byName('bench'), events: ['push'], options: {} },
			{
				credentials: { githubApi: reference(credential) },
				webhookId: '6f1c0d9e-3333-4222-8333-444455550003',
			},
		),
	);
	if (github.secret === undefined) throw new Error('The GitHub Trigger is not registered');
	return { ...subject, secret: github.secret };
});

/** @param rival publishes what it is measured against */
function figureOf(figureName: string, rival: Rival): Measurement {
	return {
		figures: [figureName],
		async measure(print) {
			const sandbox = await startSandbox();
			const github = await startFakeGithub();
			const n8n = await startN8n({ tarball: await packProject() });
			try {
				const trackly = await publishTrigger(n8n, sandbox);
				const other = await rival(n8n, github);
				for (const subject of [trackly, other]) await run(n8n, subject, WARM_UP_EVENTS);

				const rates: Record<string, number[]> = { [trackly.name]: [], [other.name]: [] };
				const ratios: number[] = [];
				for (let turn = 0; turn < RUNS; turn++) {
					const order = turn % 2 === 0 ? [trackly, other] : [other, trackly];
					for (const subject of order) {
						rates[subject.name].push(await run(n8n, subject, EVENTS));
					}
					ratios.push(rates[trackly.name][turn] / rates[other.name][turn]);
				}
				for (const { name } of [trackly, other]) {
					print(`${name}, events/s: ${spread(rates[name], 1)}`);
				}
				print(`  ratio of ${RUNS} alternating runs of ${EVENTS} events: ${spread(ratios, 3)}`);
				return { [figureName]: rounded(median(ratios)) };
			} finally {
				await n8n.stop();
				await github.stop();
				await sandbox.stop();
			}
		},
	};
}

async function publishTrigger(n8n: N8nHost, sandbox: Sandbox): Promise<Subject> {
	const credential = await n8n.createCredential({
		name: 'Trackly account',
		type: 'tracklyApi',
		data: credentialData(sandbox),
	});
	const subject = await publish(
		n8n,
		node(
			'Trackly Trigger',
			'n8n-nodes-trackly.tracklyTrigger',
			{},
			{
				webhookId: '6f1c0d9e-3333-4222-8333-444455550001',
				credentials: { tracklyApi: reference(credential) },
			},
		),
	);
	const secret = sandbox.listWebhooks()[0]?.secret;
	if (secret === undefined) throw new Error('The trigger is not registered');
	return { ...subject, secret };
}

async function publishWebhook(
	n8n: N8nHost,
	authentication: 'none' | 'headerAuth',
	credentials: NonNullable<INode['credentials']>,
): Promise<Subject> {
	const subject = await publish(
		n8n,
		node(
			'Webhook',
			'n8n-nodes-base.webhook',
			{ httpMethod: 'POST', path: 'bench', authentication, options: {} },
			{ typeVersion: 2.1, credentials, webhookId: '6f1c0d9e-3333-4222-8333-444455550002' },
		),
	);
	// It checks no signature; the requests carry one all the same.
	return { ...subject, secret: SECRET_HEADER };
}

/** Publishes a workflow of one trigger. */
async function publish(n8n: N8nHost, trigger: INode): Promise<Omit<Subject, 'secret'>> {
	const { name } = trigger;
	const workflowId = await n8n.importWorkflow({ name, nodes: [trigger], connections: {} });
	await n8n.activate(workflowId);
	return { name, workflowId, url: await n8n.webhookUrl(workflowId) };
}

function reference({ id, name }: { id: string; name: string }) {
	return { id, name };
}

/** @returns events per second */
async function run(
	n8n: N8nHost,
	{ workflowId, url, secret }: Subject,
	events: number,
): Promise<number> {
	const already = await executionCount(n8n, workflowId);
	const requests = Array.from({ length: events }, (_, index) => reply(index, secret));
	const started = performance.now();
	const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
	const senders = Array.from({ length: CONNECTIONS }, async () => {
		for (let next = requests.pop(); next !== undefined; next = requests.pop()) {
			await post(url, agent, next);
		}
	});
	await Promise.all(senders);
	agent.destroy();
	await until(`${events} executions`, DEADLINE_MS, async () =>
		(await executionCount(n8n, workflowId)) >= already + events ? true : undefined,
	);
	return events / ((performance.now() - started) / 1_000);
}

interface Signed {
	body: Buffer;
	signature: string;
}

function reply(index: number, secret: string): Signed {
	const body = Buffer.from(
		JSON.stringify({
			event: 'reply',
			phone_number: `+1202555${1_000 + index}`,
			list_number: '+18005550142',
			body: 'Is the tasting still on?',
			timestamp: new Date().toISOString(),
		}),
	);
	return { body, signature: createHmac('sha256', secret).update(body).digest('hex') };
}

/** @throws unless the answer is 200 */
async function post(url: string, agent: http.Agent, { body, signature }: Signed): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const headers = {
			'content-type': 'application/json',
			'content-length': body.length,
			'x-trackly-signature': signature,
			'x-hub-signature-256': `sha256=${signature}`,
			[SECRET_HEADER]: SECRET_HEADER,
		};
		const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
			response.resume();
			response.on('end', () => {
				if (response.statusCode === 200) resolve();
				else reject(new Error(`${url} answered ${response.statusCode}`));
			});
		});
		request.on('error', reject);
		request.end(body);
	});
}

/** Ended executions of a workflow, without reading them. */
export async function executionCount(n8n: N8nHost, workflowId: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success'] }));
	const { count } = await n8n.rest<{ count: number }>(
		'GET',
		`/executions?limit=1&filter=${filter}`,
	);
	return count;
}
