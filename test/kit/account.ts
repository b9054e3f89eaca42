import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/trackly';

export const LIST = '+18005550142';

export interface TestAccount {
	sandbox(): Sandbox;
	/** A credential for it. */
	credential(overrides?: Record<string, string>): Record<string, string>;
	/** Something did break the contract, as a test wanted it to. Everything else must keep to it. */
	expectViolation(like: RegExp): void;
}

/** A Trackly account for one test file, as it was at the start before each test. */
export function useAccount(options: SandboxOptions = {}): TestAccount {
	let sandbox: Sandbox;
	const wanted: RegExp[] = [];
	beforeAll(async () => {
		sandbox = await startSandbox({
			timeScale: 0.001,
			recordBodies: true,
			checkContract: true,
			seedContacts: false,
			...options,
		});
	}, 30_000);
	beforeEach(() => sandbox.reset());
	afterAll(async () => {
		await sandbox.stop();
		// What the node sends keeps to the contract, and what the account answers does too.
		const isWanted = (violation: string) => wanted.some((like) => like.test(violation));
		expect(sandbox.violations().filter((violation) => !isWanted(violation))).toEqual([]);
	});
	return {
		sandbox: () => sandbox,
		expectViolation: (like) => {
			expect(sandbox.violations()).toContainEqual(expect.stringMatching(like));
			wanted.push(like);
		},
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

/** Puts contacts on a list through the API itself, then forgets the requests that took. */
export async function fillList(
	{ sandbox }: TestAccount,
	contacts: ReadonlyArray<Record<string, unknown>>,
	listNumber = LIST,
): Promise<void> {
	const { apiUrl, apiKey, journal } = sandbox();
	for (let start = 0; start < contacts.length; start += 1_000) {
		const records = contacts
			.slice(start, start + 1_000)
			.map((contact) => ({ list_number: listNumber, ...contact }));
		const answer = await fetch(`${apiUrl}/contacts/bulk`, {
			method: 'POST',
			headers: { 'X-Api-Key': apiKey, 'Content-Type': 'application/json' },
			body: JSON.stringify({ contacts: records }),
		});
		expect(await answer.json()).toMatchObject({ success_count: records.length });
	}
	journal().clear();
}
