import { setTimeout as pause } from 'node:timers/promises';

import type { Asked, Post } from '../asked';
import type { Uptime } from '../uptime';
import type { SoakWorld } from '../world';

/** What everybody who makes traffic shares. */
export interface Traffic {
	world: SoakWorld;
	uptime: Uptime;
	asked: Asked;
	/** Aborted when no more is to be made. */
	over: AbortSignal;
}

const LOOK = 200; // ms
const DEADLINE = 180_000; // ms for a response

/** Does something again and again until the traffic is over. */
export async function repeat(
	{ over }: Pick<Traffic, 'over'>,
	everyMs: number,
	work: (round: number) => Promise<void> | void,
): Promise<void> {
	for (let round = 0; ; round++) {
		await rest(everyMs, over);
		if (over.aborted) return;
		await work(round);
	}
}

/** The same, each time when n8n is up. */
export async function repeatWhileUp(
	{ uptime, over }: Traffic,
	everyMs: number,
	work: (round: number) => Promise<void> | void,
): Promise<void> {
	await repeat({ over }, everyMs, async (round) => {
		while (!uptime.isUp && !over.aborted) await rest(LOOK, over);
		if (!over.aborted) await work(round);
	});
}

/** Sleeps, not beyond the end of the traffic. */
async function rest(ms: number, over: AbortSignal): Promise<void> {
	await pause(ms, undefined, { signal: over }).catch(() => undefined);
}

/** Posts a body; a connection that breaks is a result too. */
export async function post(
	url: string,
	body: string | URLSearchParams,
	headers: Record<string, string> = {},
): Promise<Post> {
	const from = Date.now();
	const result = { from, to: from, status: undefined, text: '' } as Post;
	try {
		const signal = AbortSignal.timeout(DEADLINE);
		const response = await fetch(url, { method: 'POST', body, headers, signal });
		result.status = response.status;
		result.text = await response.text();
	} catch {
		// What n8n made of it will be seen.
	}
	return { ...result, to: Date.now() };
}

/** Starts a workflow on items. */
export async function postItems(url: string, items: readonly object[]): Promise<Post> {
	return await post(url, JSON.stringify({ items }), { 'content-type': 'application/json' });
}
