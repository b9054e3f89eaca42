import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

import { nodeRuns } from '../../host/n8n';
import { findQueuePrograms } from '../../host/programs';
import { startQueueMode, type QueueMode } from '../../host/queue';
import { packProject } from '../../host/tarball';
import { startSandbox } from '../../sandbox/trackly';
import { introduce, node, trackly, type World } from '../e2e/world';
import { LIST } from './account';
import { median, rounded, spread, type Measurement, type Print } from './figure';

const WORKERS = 3;
const WEBHOOK_PROCESSORS = 2;
/** Each is used by two executions, which are posted one right after the other. */
const KEYS = 500;
/** Pairs of requests under way at the same time: as many executions as the workers run. */
const PAIRS_AT_ONCE = 15;
const LATENCY_MS = 20;
const DEADLINE_MS = 180_000;

/** What came of 1,000 executions, each key in two of them. */
interface Race {
	/** People who got a text twice. */
	twice: number;
	/** People who got none. */
	none: number;
	/** Milliseconds of the Trackly node in each execution. */
	times: number[];
}

/**
 * Three workers and two webhook processors, 1,000 executions with one text each: every key is used
 * by two executions at the same moment. Counts the texts that went out twice, and the price of a
 * strict scope.
 */
export const workers: Measurement = {
	figures: ['textedTwice', 'textedTwiceStrict', 'strictMs'],
	async measure(print): Promise<Record<string, number>> {
		const programs = findQueuePrograms();
		if ('missing' in programs) {
			print(`workers: not measured, for want of ${programs.missing.join(' and ')}`);
			return {};
		}
		const sandbox = await startSandbox({ timeScale: 0.01 });
		const tarball = await packProject();
		const queue = await startQueueMode({
			programs,
			tarball,
			workers: WORKERS,
			webhookProcessors: WEBHOOK_PROCESSORS,
		});
		try {
			const world = await introduce(queue.main, sandbox);
			const usual = await race(queue, world, 'node', print);
			const strict = await race(queue, world, 'nodeStrict', print);
			return {
				textedTwice: usual.twice,
				textedTwiceStrict: strict.twice,
				strictMs: rounded(median(strict.times) - median(usual.times)),
			};
		} finally {
			await queue.stop();
			await sandbox.stop();
		}
	},
};

async function race(
	queue: QueueMode,
	world: World,
	idempotencyScope: string,
	print: Print,
): Promise<Race> {
	const { main } = queue;
	const { sandbox } = world;
	const { id, urls } = await publish(queue, world, idempotencyScope);
	sandbox.reset();
	sandbox.addFault({ kind: 'latency', latencyMs: LATENCY_MS, operationId: 'sendMessage' });
	const started = performance.now();
	await postPairs(urls);
	const executions = await main.waitForExecutions(id, 2 * KEYS, DEADLINE_MS);
	const seconds = (performance.now() - started) / 1_000;
	await sandbox.whenIdle();
	const { phones, duplicates } = sandbox.journal().summary();
	const read = await main.executionsWithData(id);
	const times = read.flatMap((each) =>
		nodeRuns(each, 'Trackly').map(({ executionTime }) => executionTime),
	);
	const failed = executions.filter(({ status }) => status !== 'success').length;
	const result = {
		twice: duplicates,
		none: KEYS - phones,
		times,
	};
	print(
		`${idempotencyScope}: ${executions.length} executions (${failed} failed) in ${seconds.toFixed(0)} s, ` +
			`texted twice ${result.twice}, not texted ${result.none}`,
	);
	print(`  Trackly node, ms: ${spread(times, 0)}`);
	return result;
}

/** A workflow that sends a text to whom each request names, once for each key. */
async function publish({ main, webhookUrls }: QueueMode, world: World, scope: string) {
	const path = `race-${scope}`;
	const webhook = node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ path, httpMethod: 'POST', options: {} },
		{ webhookId: randomUUID(), typeVersion: 2 },
	);
	const send = trackly(world, {
		resource: 'message',
		operation: 'send',
		listNumber: { __rl: true, mode: 'number', value: LIST },
		to: '={{ $json.body.to }}',
		body: 'Tasting night is on Friday at 7.',
		safeguards: { idempotencyKey: '={{ $json.body.order }}', idempotencyScope: scope },
	});
	const id = await main.importWorkflow({
		name: path,
		nodes: [webhook, send],
		connections: { Webhook: { main: [[{ node: send.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await main.activate(id);
	return { id, urls: await webhookUrls(id) };
}

/** Posts each order to both webhook processors at the same moment. */
async function postPairs(urls: string[]): Promise<void> {
	let next = 0;
	const senders = Array.from({ length: PAIRS_AT_ONCE }, async () => {
		for (let index = next++; index < KEYS; index = next++) {
			const order = { to: `+1202${5_600_000 + index}`, order: `order-${index}` };
			await Promise.all(urls.map(async (url) => await post(url, order)));
		}
	});
	await Promise.all(senders);
}

/** @throws unless the answer is 200 */
async function post(url: string, body: IDataObject): Promise<void> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	await response.arrayBuffer();
	if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
}
