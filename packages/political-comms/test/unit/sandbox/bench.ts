import { startSandbox } from '../../../sandbox';
import type { Sandbox, SandboxOptions } from '../../../sandbox';
import { Client } from './client';
import type { Data } from './client';
import { Receiver } from './receiver';
import { SourceFiles } from './source-files';

/** What a test of the sandbox works with. */
export interface Bench {
	sandbox: Sandbox;
	client: Client;
	files: SourceFiles;
	/** Takes the webhooks of the account. */
	receiver: Receiver;
	/** Imports a list and waits until it is ready. */
	list(csv?: string, more?: object): Promise<string>;
	/** Makes a project with the list. */
	project(listId: string, more?: object): Promise<string>;
	/** What the account says of a project. */
	read(id: string): Promise<Data>;
	/** Schedules a project, for now unless told otherwise. */
	schedule(id: string, when?: object): Promise<Data>;
	/** Texts that phones received. */
	texts(): number;
}

export const ORG = 'org_7QK2';
export const CSV = 'Mobile,First\n+12025550117,Noor\n3035550164,Eli\n(312) 555-0120,Ada\n';

/** A moment that is past, so that a project starts at once. */
export const PAST = { scheduled_at: '2026-01-01T09:00:00Z', scheduled_timezone: 'America/Chicago' };
/** So many numbers of one area. */
export const phones = (count: number, area = '202') =>
	Array.from({ length: count }, (_, n) => `+1${area}555${String(n).padStart(4, '0')}`);
/** A file with these numbers. */
export const csvOf = (numbers: readonly string[]) =>
	`Mobile,First\n${numbers.map((each) => `${each},Noor\n`).join('')}`;

/** One account for the tests of a block, as it was at the start before each of them. */
export function useBench(options: SandboxOptions, ready: (bench: Bench) => void): void {
	let sandbox: Sandbox;
	const receiver = new Receiver();
	const files = new SourceFiles();
	beforeAll(async () => {
		await Promise.all([receiver.start(), files.start()]);
		sandbox = await startSandbox({ timeScale: 0.001, checkContract: true, ...options });
		const client = new Client(sandbox);
		ready({ sandbox, client, files, receiver, ...makers(sandbox, client, files) });
	});
	afterAll(async () => {
		await sandbox.stop();
		await Promise.all([receiver.stop(), files.stop()]);
	});
	beforeEach(() => {
		sandbox.reset();
		receiver.received.length = 0;
		receiver.statuses.length = 0;
		files.fetched.length = 0;
	});
}

/** Ways to get something to work with. */
export function makers(
	sandbox: Sandbox,
	client: Client,
	files: SourceFiles,
): Omit<Bench, 'sandbox' | 'client' | 'files' | 'receiver'> {
	const idOf = ({ id }: Data) => {
		if (id === undefined) throw new Error('It has no id');
		return id;
	};
	return {
		async list(csv = CSV, more = {}) {
			const body = {
				source_url: files.put('contacts.csv', csv),
				list_name: 'October volunteers',
				phone_column: 'Mobile',
				merge_tags: { first_name: 'First' },
				...more,
			};
			const id = idOf(await client.good('POST', '/contact-lists/import', body));
			await sandbox.whenIdle();
			return id;
		},
		async project(listId, more = {}) {
			const body = {
				organization_id: ORG,
				brand_id: 'brd_3M8D',
				campaign_id: 'cmp_9T4X',
				phone_number_ids: ['num_5W1C'],
				name: 'Canvass weekend',
				protocol: 'sms',
				contact_list_ids: [listId],
				message_text: 'Hi {first_name}, can you join us?',
				...more,
			};
			return idOf(await client.good('POST', '/projects', body));
		},
		read: async (id) => await client.good('GET', `/projects/${id}`),
		schedule: async (id, when = PAST) =>
			await client.good('POST', `/projects/${id}/schedule`, when),
		texts: () => sandbox.journal().summary().texts,
	};
}
