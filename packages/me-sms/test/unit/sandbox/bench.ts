import { startSandbox } from '../../../sandbox';
import type { Sandbox, SandboxOptions } from '../../../sandbox';
import { Client } from './client';
import type { Data } from './client';

/** What a test of the sandbox works with. */
export interface Bench {
	sandbox: Sandbox;
	client: Client;
	/** Sends a text and returns its uuid. */
	send(more?: object): Promise<string>;
	/** The first page of a message's recipients, or the one after a cursor. */
	page(uuid: string, query?: string): Promise<Data>;
	/** What the account has left to spend. */
	balance(): number;
}

export const SEND = {
	sender: 'TEAHOUSE',
	content: 'Tasting night on Friday at 7',
	msisdns: ['66812345678'],
};

/** So many numbers, each of another ending: 00, 01, 02 and so on. */
export const phones = (count: number, from = 812_345_600) =>
	Array.from({ length: count }, (_, index) => `66${from + index}`);

/** A time so many seconds from now. */
export const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

/** One account for the tests of a block, as it was at the start before each of them. */
export function useBench(options: SandboxOptions, ready: (bench: Bench) => void): void {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({
			timeScale: 0.001,
			checkContract: true,
			seed: 'bench',
			...options,
		});
		const client = new Client(sandbox);
		ready({
			sandbox,
			client,
			async send(more = {}) {
				const { uuid } = await client.good('POST', '/sms/send', { ...SEND, ...more });
				return uuid as string;
			},
			page: async (uuid, query = 'after=0') =>
				await client.good('GET', `/sms/${uuid}/recipients?${query}`),
			balance: () => sandbox.credits().balance,
		});
	});
	afterAll(async () => await sandbox.stop());
	beforeEach(() => sandbox.reset());
}
