import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Memory } from '../../kernel/n8n/trigger/memory';
import { TracklyTrigger } from '../../nodes/Trackly/TracklyTrigger.node';
import type { RemoteEndpoint, WebhookApi } from '../../nodes/Trackly/trigger/webhookApi';
import { triggerContext } from './trackly';

/** The endpoints of the account. Each call to it takes place when the scheduler lets it. */
let endpoints: RemoteEndpoint[] = [];
let made = 0;
let turn: () => Promise<void> = async () => {};

const inTurn = async <Result>(work: () => Result): Promise<Result> => {
	await turn();
	const result = work();
	await turn();
	return result;
};

const api: WebhookApi = {
	list: async () => await inTurn(() => [...endpoints]),
	create: async ({ url, events, secret }) =>
		await inTurn(() => {
			// Their order says nothing about their age.
			const endpoint = {
				id: `wh_${(made++ * 7) % 10}${made}`,
				url,
				events,
				status: 'active',
				secret,
			};
			endpoints.push(endpoint);
			return endpoint;
		}),
	remove: async (id) =>
		await inTurn(() => {
			endpoints = endpoints.filter((endpoint) => endpoint.id !== id);
		}),
};

jest.mock('../../nodes/Trackly/trigger/webhookApi', () => ({
	...jest.requireActual<object>('../../nodes/Trackly/trigger/webhookApi'),
	webhookApi: () => api,
}));

const { checkExists, create, delete: remove } = new TracklyTrigger().webhookMethods.default;

/** A main process of n8n, which has loaded the workflow from the database. */
function mainProcess(staticData: IDataObject) {
	const context = triggerContext({
		workflowId: 'w1',
		baseUrl: 'http://127.0.0.1:9/webhook',
		parameters: { events: ['reply'] },
		credential: {
			apiKey: `trk_${'a'.repeat(32)}`,
			baseUrl: 'custom',
			customBaseUrl: 'http://127.0.0.1:9/api/v2',
		},
		staticData,
	});
	return {
		staticData,
		publish: async () => {
			if (!(await checkExists.call(context))) await create.call(context);
		},
		unpublish: async () => await remove.call(context),
		secret: () => (Object.values(staticData) as Memory[])[0]?.registration?.secret,
	};
}

const copyOf = (staticData: IDataObject) => JSON.parse(JSON.stringify(staticData)) as IDataObject;

beforeEach(() => {
	endpoints = [];
	turn = async () => {};
});

describe('main processes that publish a workflow at the same moment', () => {
	it.each([
		['new', false],
		['published before', true],
	])('leave one endpoint, whose secret each of them knows: %s', async (_, isOld) => {
		const rounds = fc.asyncProperty(
			fc.integer({ min: 2, max: 3 }),
			fc.scheduler(),
			async (count, scheduler) => {
				endpoints = [];
				turn = async () => {};
				const before = mainProcess({});
				if (isOld) {
					await before.publish();
					endpoints[0].status = 'paused';
				}
				const mains = Array.from({ length: count }, () => mainProcess(copyOf(before.staticData)));
				turn = async () => await scheduler.schedule(Promise.resolve());
				await scheduler.waitFor(Promise.all(mains.map(async (main) => await main.publish())));
				const [{ secret, status }, ...others] = endpoints;
				expect(others).toEqual([]);
				expect(status).toBe('active');
				expect(new Set(mains.map((main) => main.secret()))).toEqual(new Set([secret]));
			},
		);
		await fc.assert(rounds, { numRuns: 300 });
	});

	it('each registration has a secret of its own', async () => {
		const main = mainProcess({});
		const secrets: Array<string | undefined> = [];
		for (let round = 0; round < 3; round++) {
			await main.publish();
			secrets.push(main.secret());
			await main.unpublish();
		}
		expect(endpoints).toEqual([]);
		expect(new Set(secrets).size).toBe(3);
	});
});
