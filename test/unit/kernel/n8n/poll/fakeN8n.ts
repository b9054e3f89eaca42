import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { Kept } from '../../../../../kernel/n8n/trigger/poll/memory';
import { poll, type PollTrigger } from '../../../../../kernel/n8n/trigger/poll/poll';
import type { Watch } from '../../../../../kernel/n8n/trigger/poll/session';
import type { Profile } from '../../../../../kernel/profile';

/** As far as polls need one. */
export const profile = {
	name: 'Acme',
	credentialType: 'acmeApi',
	baseUrlOf: () => 'https://acme.example',
	addressOf: (_: unknown, baseUrl: string) => baseUrl,
	secrets: [],
	secretsIn: () => [],
	responseTimeout: 10_000,
	retry: { maxAttempts: 1, baseDelay: 1, maxDelay: 1, totalBudget: 1, unprocessed: [429] },
	waitOf: ({ 'retry-after': seconds }: Record<string, unknown>) =>
		seconds === undefined ? undefined : Number(seconds) * 1_000,
	readError: ({ error }: Record<string, unknown>) => ({ text: error as string | undefined }),
	isFatal: ({ status }: { status?: number }) => status === 401,
	adviceFor: (code: string) => (code === 'http_401' ? 'Paste the key again.' : undefined),
} as unknown as Profile;

const endpoint = { operationId: 'ask', method: 'GET', path: '/', idempotent: true } as const;

/** What every page of a watch under test asks first, so that its request is counted. */
export const request = { endpoint };

/**
 * n8n as a polling trigger sees it: the memory of its node, of which its database has a copy only
 * when events came, and the executions that it made of them.
 */
export class FakeN8n {
	now = Date.UTC(2026, 0, 1);
	memory: IDataObject = observed({});
	database = '{}';
	readonly given: IDataObject[] = [];
	readonly logged: string[] = [];
	mode: 'trigger' | 'manual' = 'trigger';
	node = 'node';
	/** How the API responds to a request that is counted. */
	respond: () => { statusCode: number; headers?: IDataObject; body?: string } = () => ({
		statusCode: 200,
	});
	requests = 0;
	requestsPerPoll = 60;
	budget?: number;

	constructor(private readonly watches: () => Watch[]) {
		jest.spyOn(Date, 'now').mockImplementation(() => this.now);
	}

	get kept(): Kept | undefined {
		return this.memory.polled as unknown as Kept | undefined;
	}

	trigger(): PollTrigger {
		return {
			profile,
			eventIdName: 'eventId',
			watches: () => this.watches(),
			requestsPerPoll: () => this.requestsPerPoll,
			nothingToShow: 'there is nothing yet',
		};
	}

	async ask(): Promise<INodeExecutionData[][] | null> {
		return await poll(this.context(), this.trigger());
	}

	/**
	 * One tick: n8n saves the memory with the events and makes an execution of them.
	 *
	 * @param crash where n8n ends: before it has made the execution, or before it has saved the memory
	 */
	async tick(crash?: 'beforeRun' | 'beforeSave'): Promise<IDataObject[]> {
		const found = (await this.ask())?.[0].map(({ json }) => json) ?? [];
		if (found.length > 0 && crash !== 'beforeSave') this.database = JSON.stringify(this.memory);
		if (crash !== 'beforeRun') this.given.push(...found);
		if (crash !== undefined) this.restart();
		return found;
	}

	/** n8n ends, and begins again as another process with what its database has. */
	restart(): void {
		this.memory = observed(JSON.parse(this.database) as IDataObject);
		if (this.kept?.handed !== undefined) this.kept.handed.by = 'another process';
	}

	/** What n8n does at the end of an activation. */
	save(): void {
		this.database = JSON.stringify(this.memory);
	}

	later(minutes: number): this {
		this.now += minutes * 60_000;
		return this;
	}

	private context(): IPollFunctions {
		const { node } = this;
		return {
			getMode: () => this.mode,
			getNode: () => ({ id: node, name: 'Watcher', parameters: {} }),
			getWorkflow: () => ({ id: 'workflow' }),
			getInstanceId: () => 'n8n',
			getWorkflowStaticData: () => this.memory,
			getCredentials: async () => ({}),
			...(this.budget !== undefined && { getPollBudgetMs: () => this.budget }),
			logger: { warn: (line: string) => this.logged.push(line) },
			helpers: {
				httpRequestWithAuthentication: async () => {
					this.requests++;
					return { headers: {}, body: '{}', ...this.respond() };
				},
			},
		} as unknown as IPollFunctions;
	}
}

/** n8n marks a memory whose changes it watches. */
function observed(data: IDataObject): IDataObject {
	return Object.defineProperty(data, '__dataChanged', { value: false, writable: true });
}
