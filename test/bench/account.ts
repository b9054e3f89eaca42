import path from 'node:path';

import { freePorts } from '../../host/ports';
import { startService } from '../../host/service';
import { DEFAULT_API_KEY } from '../../sandbox/trackly';

/** The first of the lists that every account of the sandbox has. */
export const LIST = '+18005550142';
const CONTACTS_A_REQUEST = 1_000;

/** A Trackly account in a process of its own, so that its work is not counted as n8n's. */
export interface BenchAccount {
	readonly apiUrl: string;
	readonly apiKey: string;
	/** From now on every answer comes this much later. */
	setLatency(ms: number): Promise<void>;
	/** Forgets all messages and contacts; the latency stays. */
	reset(): Promise<void>;
	/** Signs up this many contacts. */
	fill(contacts: number): Promise<void>;
	stop(): Promise<void>;
}

export async function startAccount(latencyMs: number): Promise<BenchAccount> {
	const [port] = await freePorts(1);
	const url = `http://127.0.0.1:${port}`;
	const apiUrl = `${url}/api/v2`;
	const root = path.resolve(__dirname, '../..');
	const service = await startService({
		name: 'account',
		command: process.execPath,
		args: () => [
			path.join(root, 'node_modules/tsx/dist/cli.mjs'),
			path.join(root, 'sandbox/trackly/main.ts'),
			...['--port', String(port), '--time-scale', '1'],
		],
		isReady: async () => {
			const answer = await fetch(`${url}/_sandbox/status`).catch(() => undefined);
			return answer?.ok === true;
		},
	});
	let latency = latencyMs;
	const control = async (method: string, where: string, body?: object) =>
		await ask(`${url}/_sandbox/${where}`, method, body);
	const applyLatency = async () => {
		await control('DELETE', 'faults');
		if (latency > 0) await control('POST', 'faults', { kind: 'latency', latencyMs: latency });
	};
	await applyLatency();
	return {
		apiUrl,
		apiKey: DEFAULT_API_KEY,
		setLatency: async (ms) => {
			latency = ms;
			await applyLatency();
		},
		reset: async () => {
			await control('POST', 'reset', {});
			await applyLatency();
		},
		fill: async (contacts) => {
			for (let first = 0; first < contacts; first += CONTACTS_A_REQUEST) {
				const many = Math.min(CONTACTS_A_REQUEST, contacts - first);
				await ask(
					`${apiUrl}/contacts/bulk`,
					'POST',
					{
						contacts: Array.from({ length: many }, (_, index) => ({
							phone_number: `+1${2_025_500_000 + first + index}`,
							list_number: LIST,
							custom_fields: { first_name: `Customer ${first + index}` },
						})),
					},
					{ 'x-api-key': DEFAULT_API_KEY },
				);
			}
		},
		stop: service.stop,
	};
}

/** @throws unless the answer is good */
async function ask(
	url: string,
	method: string,
	body?: object,
	headers: Record<string, string> = {},
): Promise<void> {
	const response = await fetch(url, {
		method,
		headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
		body: body && JSON.stringify(body),
	});
	if (!response.ok)
		throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
	await response.arrayBuffer();
}
