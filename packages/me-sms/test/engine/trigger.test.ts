import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useStubFor, type StubAnswer, type StubRequest } from '../../../../test/kit/stub';
import { MeSmsTrigger } from '../../nodes/MeSms/MeSmsTrigger.node';
import { credentialAt, pollContext } from './meSms';

const UUIDS = ['5b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11', '9c2d1e4f-0000-4b7e-9d57-1c2a7f0e8a22'];
const FINAL = ['success', 'failed', 'invalid', 'blocked', 'expired', 'timeout'];

interface Row {
	id: number;
	msisdn: string;
	status: string;
}

/** What the account holds. */
let messages: Map<string, Row[]>;
let listed: IDataObject[];
let senders: IDataObject[];
let balance: number;
/** When the test began, and how much later it is. */
let now: number;
const pageSize = 100;

const stub = useStubFor(credentialAt, respond);
let staticData: IDataObject;
let log: string[];

beforeEach(() => {
	messages = new Map();
	listed = [];
	senders = [];
	balance = 500;
	staticData = {};
	log = [];
	now = Date.UTC(2027, 0, 1);
	jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => jest.restoreAllMocks());

function add(uuid: string, states: readonly string[]): Row[] {
	const rows = states.map((status, at) => ({
		id: 90_000 + 7 * at,
		msisdn: `66812${String(345_000 + at)}`,
		status,
	}));
	messages.set(uuid, rows);
	return rows;
}

function respond({ path }: StubRequest): StubAnswer {
	const url = new URL(path, 'http://stub');
	if (url.pathname === '/api/v2/credits') return { json: { balance } };
	if (url.pathname === '/api/v2/senders') return { json: { senders } };
	if (url.pathname === '/api/v2/sms') return { json: { messages: listed } };
	const uuid = /^\/api\/v2\/sms\/([^/]+)\/recipients$/.exec(url.pathname)?.[1];
	const rows = messages.get(decodeURIComponent(uuid ?? ''));
	if (rows === undefined) return { status: 404, json: { error: 'Nothing there' } };
	const after = Number(url.searchParams.get('after'));
	const left = rows.filter(({ id }) => id > after);
	const page = left.slice(0, pageSize);
	const hasMore = left.length > page.length;
	const counts = new Map<string, number>();
	for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
	return {
		json: {
			recipients: page,
			hasMore,
			nextCursor: hasMore ? page[page.length - 1].id : null,
			summary: [...counts].map(([status, count]) => ({ status, count })),
		},
	};
}

const usual = { events: ['recipientFinal'], watch: 'these', states: FINAL, options: {} };

/** One poll, some minutes later. */
async function poll(
	parameters: INodeParameters,
	{ minutes = 1, mode = 'trigger' as 'trigger' | 'manual', credential = {} } = {},
): Promise<IDataObject[] | null> {
	now += minutes * 60_000;
	const run = {
		parameters: { ...usual, ...parameters },
		credential: stub.credential(credential),
		workflowId: 'w1',
		staticData,
		log,
	};
	const given = await new MeSmsTrigger().poll.call(pollContext(run, mode));
	return given?.[0].map(({ json }) => json) ?? null;
}

describe('the trigger with documented paths', () => {
	it('starts a workflow once per number that reaches a final state', async () => {
		const rows = add(UUIDS[0], ['success', 'pending', 'pending']);
		const these = { uuids: UUIDS[0] };
		expect(await poll(these)).toBeNull();
		rows[2].status = 'failed';
		expect(await poll(these)).toEqual([
			{
				event: 'recipientFinal',
				uuid: UUIDS[0],
				msisdn: '66812345002',
				status: 'failed',
				id: 90_014,
				eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
			},
		]);
		expect(await poll(these)).toBeNull();
		expect(stub.requests().map(({ path }) => path)).toEqual(
			Array(3).fill(`/api/v2/sms/${UUIDS[0]}/recipients?after=0`),
		);
	});

	it.each<[string, INodeParameters[string]]>([
		['commas', UUIDS.join(', ')],
		['line breaks', `\n${UUIDS.join(' \n ')}\n`],
		['semicolons', UUIDS.join('; ')],
		['a list', UUIDS],
		['JSON', JSON.stringify(UUIDS)],
		['an expression', `={{ ${JSON.stringify(UUIDS)} }}`],
	])('takes UUIDs as %s', async (_, uuids) => {
		for (const uuid of UUIDS) add(uuid, ['pending']);
		await poll({ uuids });
		expect(stub.requests().map(({ path }) => path.split('/')[4])).toEqual(UUIDS);
	});

	it.each([60, 400 * 24 * 60])(
		'goes on after the clock was set back by %i minutes',
		async (minutes) => {
			const rows = add(UUIDS[0], ['pending', 'pending']);
			await poll({ uuids: UUIDS[0] });
			await poll({ uuids: UUIDS[0] }, { minutes: 10 });
			rows[0].status = 'success';
			expect(await poll({ uuids: UUIDS[0] }, { minutes: -minutes })).toHaveLength(1);
			rows[1].status = 'failed';
			expect(await poll({ uuids: UUIDS[0] })).toHaveLength(1);
		},
	);

	it('pauses as the API asks, but not until a clock that was set back is there again', async () => {
		const rows = add(UUIDS[0], ['pending']);
		await poll({ uuids: UUIDS[0] });
		stub.answer(() => ({ status: 429, json: { error: 'Slow down' } }));
		await poll({ uuids: UUIDS[0] });
		stub.answer(respond);
		rows[0].status = 'success';
		expect(await poll({ uuids: UUIDS[0] }, { minutes: 0 })).toBeNull();
		expect(await poll({ uuids: UUIDS[0] }, { minutes: -30 * 24 * 60 })).toHaveLength(1);
	});

	describe('with a damaged memory', () => {
		const kept = () => (Object.values(staticData)[0] as { polled: { state: IDataObject } }).polled;
		const ofMessage = () => Object.keys(kept().state).find((name) => name.includes(UUIDS[0]))!;
		const damages: Array<[string, () => void]> = [
			['without a state', () => delete (kept() as Partial<ReturnType<typeof kept>>).state],
			['with null for a state', () => Object.assign(kept(), { state: null })],
			...['x', '{}', 'null', '[]', '5', 5, null, {}].map((value): [string, () => void] => [
				`with ${JSON.stringify(value)} for a message`,
				() => Object.assign(kept().state, { [ofMessage()]: value }),
			]),
		];

		it.each(damages)('goes on %s', async (_, damage) => {
			const rows = add(UUIDS[0], ['success', 'pending', 'pending']);
			await poll({ uuids: UUIDS[0] });
			damage();
			rows[1].status = 'failed';
			await poll({ uuids: UUIDS[0] });
			rows[2].status = 'success';
			expect(await poll({ uuids: UUIDS[0] })).toEqual(
				expect.arrayContaining([expect.objectContaining({ msisdn: rows[2].msisdn })]),
			);
		});
	});

	it('leaves out states that are not picked', async () => {
		const rows = add(UUIDS[0], ['pending', 'pending']);
		const failed = { uuids: UUIDS[0], states: ['failed'] };
		await poll(failed);
		rows[0].status = 'success';
		rows[1].status = 'failed';
		expect(await poll(failed)).toMatchObject([{ status: 'failed' }]);
	});

	it('tells with counts that a message is complete, and what is not in time', async () => {
		const [one] = UUIDS.map((uuid) => add(uuid, ['pending', 'success']));
		const both = {
			events: ['messageComplete', 'messageStalled'],
			uuids: UUIDS,
			options: { giveUpAfter: 2 },
		};
		await poll(both);
		one[0].status = 'expired';
		expect(await poll(both)).toEqual([
			{
				event: 'messageComplete',
				uuid: UUIDS[0],
				summary: expect.objectContaining({ success: 1, expired: 1, pending: 0 }),
				total: 2,
				status: null,
				complete: true,
				deliveredRate: 50,
				eventId: expect.any(String),
			},
		]);
		expect(await poll(both, { minutes: 120 })).toMatchObject([
			{ event: 'messageStalled', uuid: UUIDS[1], since: '2027-01-01T00:01:00.000Z', total: 2 },
		]);
		expect(await poll(both, { minutes: 120 })).toBeNull();
	});

	it('watches 5 messages of 1,000 numbers with less than 10 kB in the workflow', async () => {
		const uuids = Array.from({ length: 5 }, (_, at) => `${at}b1f0c6e-2f0a-4b7e-9d57-1c2a7f0e8a11`);
		const rows = uuids.flatMap((uuid) => add(uuid, Array<string>(1_000).fill('pending')));
		const these = { uuids };
		const given = (await poll(these)) ?? [];
		for (let round = 0; round < 6; round++) {
			rows.forEach((row, at) => {
				if (row.status === 'pending' && (at * 7 + round) % 5 === 0) row.status = FINAL[at % 6];
			});
			given.push(...((await poll(these)) ?? []));
			expect(JSON.stringify(staticData).length).toBeLessThan(10_000);
		}
		given.push(...((await poll(these)) ?? []));
		expect(given).toHaveLength(5_000);
		expect(new Set(given.map(({ eventId }) => eventId)).size).toBe(5_000);
	});

	it('gives nothing while another poll of the node is under way', async () => {
		add(UUIDS[0], ['success']);
		const all = { uuids: UUIDS[0], options: { includeExisting: true } };
		const both = await Promise.all([poll(all), poll(all)]);
		expect(both.map((given) => given?.length)).toEqual([1, undefined]);
	});

	it('shows three numbers of a message in the editor, and keeps nothing', async () => {
		add(UUIDS[0], ['pending', ...Array<string>(5).fill('failed')]);
		expect(await poll({ uuids: UUIDS[0] }, { mode: 'manual' })).toHaveLength(3);
		expect(Object.values(staticData).flatMap((own) => Object.keys(own as object))).toEqual([]);
	});

	it('says in the editor that there is nothing to show', async () => {
		add(UUIDS[0], ['pending']);
		await expect(poll({ uuids: UUIDS[0] }, { mode: 'manual' })).rejects.toThrow(
			'ME-SMS has nothing to show for these events yet',
		);
	});
});

describe('a workflow that cannot be published', () => {
	it.each<[string, INodeParameters, string]>([
		['no event', { events: [] }, 'Events: select at least one event'],
		['no UUID', { uuids: ' \n, ' }, '"Message UUIDs" is empty'],
		['a space in a UUID', { uuids: 'ab cd' }, 'Message UUIDs: entry 1 is not an ID'],
		[
			'an expression that found nothing',
			{ uuids: [UUIDS[0], 'undefined'] },
			'entry 2 is "undefined"',
		],
		[
			'too many',
			{ uuids: Array.from({ length: 5_001 }, (_, at) => `m${at}`) },
			'holds 5001 messages, but the trigger watches 5000 at most. Remove messages',
		],
		['no state', { uuids: UUIDS[0], states: [] }, 'Recipient States: select at least one state'],
		[
			'no threshold',
			{ events: ['creditsBelow'], threshold: 0 },
			'"Credits Below" must be a number',
		],
		[
			'no time',
			{ uuids: UUIDS[0], options: { giveUpAfter: -1 } },
			'"Give Up After (Hours)" must be a number',
		],
		[
			'no hours',
			{ watch: 'all', createdWithin: 'x' },
			'"Created Within (Hours)" must be a number above 0',
		],
		[
			'no requests',
			{ uuids: UUIDS[0], options: { requestsPerPoll: 0 } },
			'"Requests per Poll" must',
		],
		[
			'requests for the list of messages only',
			{ watch: 'all', createdWithin: 72, options: { requestsPerPoll: 1 } },
			'"Requests per Poll" is 1, but the selected events need 2 at least',
		],
		[
			'requests for the balance only',
			{
				events: ['creditsBelow', 'recipientFinal'],
				uuids: UUIDS[0],
				threshold: 5,
				options: { requestsPerPoll: 1 },
			},
			'"Requests per Poll" is 1, but the selected events need 2 at least',
		],
	])('says why: %s', async (_, parameters, text) => {
		add(UUIDS[0], ['pending']);
		await expect(poll(parameters)).rejects.toThrow(text);
		expect(stub.requests()).toEqual([]);
	});

	it('says that a message does not exist, each time', async () => {
		for (let at = 0; at < 2; at++) {
			await expect(poll({ uuids: UUIDS[0] }, { minutes: 0 })).rejects.toThrow(
				'Nothing there (http_404). Check the UUID',
			);
		}
	});

	it('says that the key is wrong, each time', async () => {
		stub.answer(() => ({ status: 401, json: { error: 'No usable API key' } }));
		for (let at = 0; at < 2; at++) {
			await expect(poll({ uuids: UUIDS[0] }, { minutes: 0 })).rejects.toMatchObject({
				httpCode: '401',
				message: expect.stringContaining('Open the credential and paste the API key again'),
			});
		}
	});

	it.each([
		['all messages', { watch: 'all', createdWithin: 72 }, 'List Messages Path'],
		['credits', { events: ['creditsBelow'], threshold: 100 }, 'Credit Balance Path'],
		['senders', { events: ['senderApproved'] }, 'Senders Path'],
	])('names the setting of the path for %s', async (_, parameters, setting) => {
		stub.answer(() => ({ status: 404, text: '<!doctype html><p>404', type: 'text/html' }));
		await expect(poll(parameters)).rejects.toThrow(setting);
	});

	it('goes the way that the credential says', async () => {
		const credential = { customPaths: true, getCreditBalance: '/balance' } as never;
		stub.answer(({ path }) =>
			path === '/api/v2/balance' ? { json: { balance } } : { status: 404, text: '' },
		);
		expect(await poll({ events: ['creditsBelow'], threshold: 100 }, { credential })).toBeNull();
	});
});

describe('the trigger with paths that are not documented', () => {
	const all = { watch: 'all', createdWithin: 72 };
	const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
	const sent = (uuid: string, hours: number) => ({
		uuid,
		status: 'sent',
		createdAt: hoursAgo(hours),
	});

	it('watches messages that are new in the list until they are complete', async () => {
		add(UUIDS[1], ['success', 'pending']);
		listed = [sent(UUIDS[1], 2)];
		expect(await poll(all)).toBeNull();
		add(UUIDS[0], ['success']);
		listed.unshift(sent(UUIDS[0], 0));
		expect(await poll(all)).toMatchObject([{ uuid: UUIDS[0], status: 'success' }]);
	});

	it('asks for none that is too old, scheduled or cancelled', async () => {
		const at = (uuid: string, row: IDataObject) => ({ uuid, status: 'sent', ...row });
		listed = [
			at('scheduled', { status: 'scheduled', createdAt: hoursAgo(1), scheduledTime: hoursAgo(-5) }),
			at('cancelled', { status: 'cancelled', createdAt: hoursAgo(1) }),
			at(UUIDS[0], { createdAt: hoursAgo(1) }),
			at('old', { createdAt: hoursAgo(80) }),
		];
		add(UUIDS[0], ['pending']);
		await poll(all);
		expect(stub.requests().map(({ path }) => path.replace('/api/v2', ''))).toEqual([
			'/sms',
			`/sms/${UUIDS[0]}/recipients?after=0`,
		]);
	});

	it('reads further pages as long as messages are new enough', async () => {
		const page = (name: string, hours: number) =>
			[0, 1].map((at) => ({
				uuid: `${name}${at}`,
				status: 'cancelled',
				createdAt: hoursAgo(hours),
			}));
		const pages = [page('a', 1), page('b', 2), page('c', 90), page('d', 91)];
		stub.answer(({ path }) => ({
			json: { data: pages[Number(/page=(\d)/.exec(path)?.[1] ?? 1) - 1] },
		}));
		await poll(all);
		expect(stub.requests().map(({ path }) => path)).toEqual([
			'/api/v2/sms',
			'/api/v2/sms?page=2',
			'/api/v2/sms?page=3',
		]);
	});

	it('fires once when credits fall below the threshold', async () => {
		const low = { events: ['creditsBelow'], threshold: 100 };
		await poll(low);
		balance = 99;
		expect(await poll(low)).toEqual([
			{ event: 'creditsBelow', balance: 99, threshold: 100, eventId: expect.any(String) },
		]);
		expect(await poll(low)).toBeNull();
	});

	it('tells when the state of a sender name changes', async () => {
		const change = { events: ['senderApproved'] };
		senders = [
			{ id: 3, name: 'TEAHOUSE', status: 'approved', shared: false },
			{ id: 7, name: 'TEAHOUSE-VIP', status: 'pending', shared: false },
		];
		await poll(change);
		senders[1].status = 'approved';
		expect(await poll(change)).toEqual([
			{
				event: 'senderApproved',
				name: 'TEAHOUSE-VIP',
				status: 'approved',
				previousStatus: 'pending',
				id: 7,
				shared: false,
				eventId: expect.any(String),
			},
		]);
	});

	it('asks for messages also where the list of them takes all requests', async () => {
		const uuids = Array.from({ length: 8 }, (_, at) => `m${at}`);
		for (const uuid of uuids) add(uuid, ['pending']);
		stub.answer((request) => {
			const page = Number(/\/sms\?page=(\d)/.exec(request.path)?.[1] ?? 1);
			if (!/\/sms(\?|$)/.test(request.path)) return respond(request);
			return { json: { messages: listed.slice(page - 1, page) } };
		});
		listed = uuids.map((uuid, at) => sent(uuid, at / 10));
		const few = { ...all, options: { requestsPerPoll: 4, includeExisting: true } };
		await poll(few);
		messages.get('m0')![0].status = 'success';
		expect([await poll(few), await poll(few)].flat()).toContainEqual(
			expect.objectContaining({ uuid: 'm0', status: 'success' }),
		);
	});

	it('tells nothing again where a new message moves the pages while they are read', async () => {
		const uuids = ['a', 'b', 'c', 'd'];
		for (const uuid of uuids) add(uuid, ['success']);
		listed = uuids.map((uuid, place) => sent(uuid, place + 1));
		let comesMeanwhile: string | undefined;
		stub.answer((request) => {
			if (!/\/sms(\?|$)/.test(request.path)) return respond(request);
			const page = Number(/page=(\d)/.exec(request.path)?.[1] ?? 1);
			const rows = listed.slice(2 * page - 2, 2 * page);
			if (comesMeanwhile !== undefined) {
				add(comesMeanwhile, ['pending']);
				listed.unshift(sent(comesMeanwhile, 0));
				comesMeanwhile = undefined;
			}
			return { json: { messages: rows } };
		});
		await poll(all);
		comesMeanwhile = 'e';
		expect([await poll(all), await poll(all), await poll(all)]).toEqual([null, null, null]);
	});

	it('tells nothing again where the list is empty from its second page on, and says what is left out', async () => {
		const uuids = ['a', 'b', 'c', 'd'];
		for (const uuid of uuids) add(uuid, ['success']);
		listed = uuids.map((uuid, place) => sent(uuid, place + 1));
		let isShort = false;
		stub.answer((request) => {
			if (!/\/sms(\?|$)/.test(request.path)) return respond(request);
			const page = Number(/page=(\d)/.exec(request.path)?.[1] ?? 1);
			const end = isShort ? 2 : 2 * page;
			return { json: { messages: listed.slice(2 * page - 2, end) } };
		});
		await poll(all);
		expect(log).toEqual([]);
		isShort = true;
		await poll(all);
		isShort = false;
		expect([await poll(all), await poll(all)]).toEqual([null, null]);
		listed.unshift(sent('e', 0), sent('f', 0), sent('g', 0));
		for (const uuid of ['e', 'f', 'g']) add(uuid, ['pending']);
		await poll({ ...all, options: { requestsPerPoll: 2 } });
		expect(log).toEqual([expect.stringContaining('leaves out what is further down')]);
	});

	it('asks for credits and senders also where messages take all requests', async () => {
		add(UUIDS[0], ['pending']);
		await poll({
			events: ['recipientFinal', 'senderApproved', 'creditsBelow'],
			uuids: UUIDS[0],
			threshold: 5,
			options: { requestsPerPoll: 3 },
		});
		expect(stub.requests().map(({ path }) => path.replace(/.*[/]/, ''))).toEqual([
			'credits',
			'senders',
			'recipients?after=0',
		]);
	});
});
