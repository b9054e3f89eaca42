import http from 'node:http';
import fc from 'fast-check';

import { nodeOutput } from '../../host/n8n';
import { until } from '../../host/poll';
import { anyEvent, forging, signed, text, type Request } from '../unit/trigger/attacks';
import { contractEvent } from '../unit/trigger/contract';
import { node, useWorld } from './world';
import { SOON } from './soon';

const world = useWorld();
const LIST = '+18005550142';
const REQUESTS = 400;
const GOOD_EVERY = 20;
/** Just below and just above what n8n takes (N8N_PAYLOAD_SIZE_MAX, 16 MiB). */
const BIG = [16_700_000, 17_000_000];

/** A published workflow: the trigger, and n8n's Remove Duplicates on `event_id`. */
async function publish(webhookId: string): Promise<string> {
	const { n8n, credential } = world();
	const id = await n8n.importWorkflow({
		name: `Trust ${webhookId}`,
		nodes: [
			node(
				'Trackly Trigger',
				'n8n-nodes-trackly.tracklyTrigger',
				{ events: ['delivery', 'reply', 'unsubscribe'] },
				{
					webhookId,
					credentials: { tracklyApi: { id: credential.id, name: credential.name } },
				},
			),
			node(
				'Remove Duplicates',
				'n8n-nodes-base.removeDuplicates',
				{
					operation: 'removeItemsSeenInPreviousExecutions',
					dedupeValue: '={{ $json.event_id }}',
				},
				{ typeVersion: 2 },
			),
		],
		connections: {
			'Trackly Trigger': { main: [[{ node: 'Remove Duplicates', type: 'main', index: 0 }]] },
		},
	});
	await n8n.activate(id);
	return id;
}

/** Sends the bytes as they are; the status, or none where n8n cut the connection. */
async function post(url: string, { rawBody, headers }: Request): Promise<number | undefined> {
	return await new Promise((resolve) => {
		const request = http.request(url, { method: 'POST', headers, agent: false }, (response) => {
			response.resume();
			response.on('end', () => resolve(response.statusCode));
			response.on('error', () => resolve(undefined));
		});
		request.on('error', () => resolve(undefined));
		request.end(rawBody);
	});
}

function endpointAt(url: string): { id: string; secret: string } {
	const endpoint = world()
		.sandbox.listWebhooks()
		.find((each) => each.url === url);
	if (endpoint?.secret === undefined) throw new Error(`${url} is not registered`);
	return { id: endpoint.id, secret: endpoint.secret };
}

describe('what comes from elsewhere', () => {
	it(`starts nothing: ${REQUESTS} hostile requests, some of 16 MB, with good ones between them`, async () => {
		const { n8n } = world();
		const id = await publish('6f1c0d9e-2222-4222-8333-444455550001');
		const url = await n8n.webhookUrl(id);
		const { hex, good, attacks } = forging(endpointAt(url).secret);
		const names = Object.keys(attacks).filter((name) => name !== 'no bytes kept');
		const generated = fc.sample(fc.tuple(fc.constantFrom(...names), anyEvent, fc.nat(1_000_000)), {
			numRuns: REQUESTS,
			seed: 20_260_411,
		});
		let goodOnes = 0;
		for (const [index, [name, event, random]] of generated.entries()) {
			await post(url, await attacks[name](event, random));
			if (index % GOOD_EVERY === 0) {
				expect(await post(url, await good(event))).toBe(200);
				goodOnes++;
			}
		}
		for (const size of BIG) {
			const event = text({ ...contractEvent('reply', 'guess'), body: 'x'.repeat(size) });
			const forged = await hex(event, 'guessed');
			for (const request of [signed(event, ''), signed(event, forged)]) {
				// n8n itself refuses what is larger than it takes, with whatever status.
				expect(await post(url, request)).not.toBe(200);
			}
		}
		const last = text({ ...contractEvent('reply', 'guess'), body: 'The last one' });
		expect(await post(url, await good(last))).toBe(200);
		const ended = await n8n.waitForExecutions(id, goodOnes + 1);
		expect(ended).toHaveLength(goodOnes + 1);
		expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'success'));
		expect(await n8n.executions({ workflowId: id })).toHaveLength(goodOnes + 1);
		await n8n.deactivate(id);
	});
});

describe('n8n stopped while 50 replies come', () => {
	it('all 50 arrive once it is back, and get past Remove Duplicates', async () => {
		const { n8n, sandbox } = world();
		const id = await publish('6f1c0d9e-2222-4222-8333-444455550002');
		const url = await n8n.webhookUrl(id);
		const endpoint = endpointAt(url);
		// n8n's Remove Duplicates makes its list with the first event; two first ones side by side fail.
		sandbox.answer('+12025550999', LIST, 'The first one');
		await n8n.waitForExecutions(id, 1);
		await sandbox.whenIdle();
		await n8n.kill();
		for (let sender = 0; sender < 50; sender++) {
			sandbox.answer(`+1202555${1_000 + sender}`, LIST, `Reply ${sender}`);
		}
		await until('50 refused connections', SOON, async () => {
			const attempts = sandbox.journal().webhookAttempts(endpoint.id);
			return attempts.filter(({ event, status }) => event === 'reply' && status === null).length >=
				50
				? true
				: undefined;
		});
		await n8n.restart();
		await sandbox.whenIdle(SOON);
		expect(sandbox.journal().summary().webhooks.givenUp).toBe(0);
		const ended = await n8n.waitForExecutions(id, 1 + 50);
		const runs = await Promise.all(ended.map(async ({ id: run }) => await n8n.execution(run)));
		expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'success'));
		for (const nodeName of ['Trackly Trigger', 'Remove Duplicates']) {
			const seen = runs.flatMap((run) =>
				nodeOutput(run, nodeName).map(({ json }) => json.event_id),
			);
			expect(seen).toHaveLength(1 + 50);
			expect(new Set(seen).size).toBe(1 + 50);
		}
		expect(await n8n.executions({ workflowId: id })).toHaveLength(1 + 50);
		await n8n.deactivate(id);
	});
});
