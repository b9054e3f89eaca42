import { startSandbox } from '../../../sandbox/trackly';
import type { Sandbox, SandboxOptions } from '../../../sandbox/trackly';
import { Client } from './client';
import { Receiver } from './receiver';

/** What a test of the sandbox works with. */
export interface Bench {
	sandbox: Sandbox;
	client: Client;
	/** Takes the webhooks of the account. */
	receiver: Receiver;
}

/** One account for the tests of a block, as it was at the start before each of them. */
export function useSandbox(options: SandboxOptions, ready: (bench: Bench) => void): void {
	let sandbox: Sandbox;
	const receiver = new Receiver();
	beforeAll(async () => {
		await receiver.start();
		sandbox = await startSandbox(options);
		ready({ sandbox, client: new Client(sandbox), receiver });
	});
	afterAll(async () => {
		await sandbox.stop();
		await receiver.stop();
	});
	beforeEach(() => {
		sandbox.reset();
		receiver.received.length = 0;
	});
}
