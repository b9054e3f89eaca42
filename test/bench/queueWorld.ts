import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

import { findQueuePrograms } from '../../host/programs';
import { startQueueMode, type QueueMode } from '../../host/queue';
import { packProject } from '../../host/tarball';
import { startSandbox } from '../../sandbox/trackly';
import { introduce, node, trackly, type World } from '../e2e/world';
import { LIST } from './account';
import type { Print } from './figure';
import { LATENCY_MS } from './world';

const SIZE = { workers: 3, webhookProcessors: 2 };

/** n8n's queue mode with the packed package, and the account it talks to. */
export interface QueueWorld {
	queue: QueueMode;
	world: World;
}

/** A workflow that waits for requests at a URL of each webhook processor. */
export interface Published {
	id: string;
	urls: string[];
}

/**
 * @param env of all n8n processes
 * @returns nothing where programs are missing that queue mode needs
 */
export async function inQueueWorld<T>(
	env: Record<string, string>,
	print: Print,
	use: (world: QueueWorld) => Promise<T>,
): Promise<T | undefined> {
	const programs = findQueuePrograms();
	if ('missing' in programs) {
		print(`not measured, for want of ${programs.missing.join(' and ')}`);
		return undefined;
	}
	const sandbox = await startSandbox({ timeScale: 0.01 });
	try {
		const queue = await startQueueMode({ programs, tarball: await packProject(), env, ...SIZE });
		try {
			return await use({ queue, world: await introduce(queue.main, sandbox) });
		} finally {
			await queue.stop();
		}
	} finally {
		await sandbox.stop();
	}
}

/** An account that has received nothing and responds as late as one on the internet. */
export function resetAccount({ world: { sandbox } }: QueueWorld): void {
	sandbox.reset();
	sandbox.addFault({ kind: 'latency', latencyMs: LATENCY_MS });
}

/** The node that sends one text to whom a request names, once for each key. */
export const keyedSend = ({ world }: QueueWorld, idempotencyScope: string): INode =>
	trackly(world, {
		resource: 'message',
		operation: 'send',
		listNumber: { __rl: true, mode: 'number', value: LIST },
		to: '={{ $json.body.to }}',
		body: 'Tasting night is on Friday at 7.',
		safeguards: { idempotencyKey: '={{ $json.body.order }}', idempotencyScope },
	});

/** Publishes a Webhook node and what comes after it. */
export async function publish({ queue }: QueueWorld, last: INode): Promise<Published> {
	const path = randomUUID();
	const webhook = node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ path, httpMethod: 'POST', options: {} },
		{ webhookId: path, typeVersion: 2 },
	);
	const id = await queue.main.importWorkflow({
		name: path,
		nodes: [webhook, last],
		connections: { Webhook: { main: [[{ node: last.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await queue.main.activate(id);
	return { id, urls: await queue.webhookUrls(id) };
}

/** @throws unless the response is 200 */
export async function post(url: string, body: IDataObject): Promise<void> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	await response.arrayBuffer();
	if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
}
