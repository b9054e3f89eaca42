import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { otherPaths } from '../../nodes/MeSms/api/contract.generated/otherPaths';
import { MeSmsTrigger } from '../../nodes/MeSms/MeSmsTrigger.node';
import { startSandbox, type Sandbox, type Switches } from '../../sandbox';
import { pollContext } from './meSms';

let sandbox: Sandbox;
let staticData: IDataObject;
let now: number;

beforeAll(async () => {
	sandbox = await startSandbox({ checkContract: true, seed: 'trigger' });
});
afterAll(async () => {
	await sandbox.stop();
	expect(sandbox.violations()).toEqual([]);
});
beforeEach(() => {
	sandbox.reset();
	sandbox.haltClock(true);
	sandbox.setSettings({ slowestSeconds: 15 * 60, fateSeconds: 5 * 60 });
	staticData = {};
	now = Date.parse(sandbox.now());
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

const usual = {
	events: ['recipientFinal', 'messageComplete'],
	states: ['success', 'failed', 'invalid', 'blocked', 'expired', 'timeout'],
	options: {},
};

async function poll(parameters: INodeParameters, credential = {}): Promise<IDataObject[]> {
	const run = {
		parameters: { ...usual, ...parameters },
		credential: { apiKey: sandbox.apiKey, baseUrl: sandbox.apiUrl, ...credential },
		workflowId: 'w1',
		staticData,
	};
	const given = await new MeSmsTrigger().poll.call(pollContext(run));
	return given?.[0].map(({ json }) => json) ?? [];
}

/** Polls for so many minutes, with the account's clock. */
async function during(minutes: number, parameters: INodeParameters, credential = {}) {
	const given: IDataObject[] = [];
	for (let minute = 0; minute < minutes; minute++) {
		now += 60_000;
		sandbox.advanceClock(60);
		given.push(...(await poll(parameters, credential)));
	}
	return given;
}

const finals = (given: readonly IDataObject[]) =>
	given.filter(({ event }) => event === 'recipientFinal').map(({ msisdn }) => String(msisdn));

/** Numbers of a message that reach a final state: those that end in 06 never do. */
const expected = (uuid: string) => sandbox.numbersOf(uuid).filter((each) => !each.endsWith('06'));

describe('the trigger and an ME-SMS account', () => {
	it.each<[string, Partial<Switches>]>([
		['as documented', {}],
		['wrapped, with maps and other names', { bodies: 'data', summary: 'map', names: 'second' }],
		['with cursors as text, and one on the last page', { cursors: 'text', lastCursor: 'repeated' }],
		['with full pages that say that more follows', { hasMore: 'full', summary: '_count' }],
		['with pages that always say so', { hasMore: 'always', lastCursor: 'repeated' }],
		['with numbers as they are dialed in the country', { rowNumbers: 'local', rows: 'items' }],
	])('tells every number of a message once: %s', async (_, switches) => {
		sandbox.setSwitches(switches);
		const uuid = sandbox.addMessage({ numbers: 250 });
		const these = { watch: 'these', uuids: uuid };
		expect(await poll(these)).toEqual([]);
		const given = await during(20, these);
		expect(finals(given).sort()).toEqual(expected(uuid).sort());
	});

	it('tells every number of 5 messages of 1,000 that it finds in the list, on other paths too', async () => {
		sandbox.setSwitches({ paths: 'moved' });
		const moved = Object.entries(otherPaths).map(([setting, [other]]) => [setting, other]);
		const credential = { customPaths: true, ...Object.fromEntries(moved) };
		const all = { watch: 'all', createdWithin: 72 };
		expect(await poll(all, credential)).toEqual([]);
		const uuids = [1, 2, 3, 4, 5].map((numbersFrom) =>
			sandbox.addMessage({ numbers: 1_000, numbersFrom }),
		);
		const given = await during(30, all, credential);
		const told = given.map(({ uuid, msisdn }) => `${uuid as string} ${msisdn as string}`);
		const wanted = uuids.flatMap((uuid) => expected(uuid).map((each) => `${uuid} ${each}`));
		expect(told.sort()).toEqual(wanted.sort());
		expect(JSON.stringify(staticData).length).toBeLessThan(10_000);
	});

	it('tells that a message is complete, as the account counts it', async () => {
		const uuid = sandbox.addMessage({ numbers: 3, numbersFrom: 2 });
		const isComplete = !sandbox.numbersOf(uuid).some((each) => each.endsWith('06'));
		expect(isComplete).toBe(true);
		const these = { events: ['messageComplete'], watch: 'these', uuids: uuid };
		await poll(these);
		expect(await during(20, these)).toMatchObject([{ uuid, total: 3, complete: true }]);
	});
});
