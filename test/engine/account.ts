import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

export const LIST = '+18005550142';

export interface TestAccount {
	sandbox(): Sandbox;
	/** A credential for it. */
	credential(overrides?: Record<string, string>): Record<string, string>;
}

/** A Trackly account for one test file, as it was at the start before each test. */
export function useAccount(options: SandboxOptions = {}): TestAccount {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({
			timeScale: 0.001,
			recordBodies: true,
			seedContacts: false,
			...options,
		});
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox.stop());
	return {
		sandbox: () => sandbox,
		credential: (overrides = {}) => ({
			apiKey: sandbox.apiKey,
			baseUrl: 'custom',
			customBaseUrl: sandbox.apiUrl,
			...overrides,
		}),
	};
}

/** `count` different phone numbers that exist. */
export function phoneNumbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `+1202${5_550_000 + index}`);
}

/** The sending-list picker holding a number. */
export function list(value: string = LIST) {
	return { __rl: true, mode: 'number', value };
}
