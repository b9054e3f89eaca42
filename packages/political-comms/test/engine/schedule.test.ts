import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { id, operationOf, useSamples } from './politicalComms';

const stub = useSamples();

const schedule = operationOf(stub, {
	resource: 'project',
	operation: 'schedule',
	projectId: id('prj_2H9B'),
	when: 'at',
	sendAt: '2199-10-20T09:00:00',
	timeZone: 'America/Denver',
});

const posted = () => stub.requests().filter(({ method }) => method === 'POST');

it.each([
	[
		'without an offset, in the time zone, summer time',
		'2199-07-20T09:00:00',
		'2199-07-20T15:00:00Z',
	],
	[
		'without an offset, in the time zone, winter time',
		'2199-12-20T09:00:00',
		'2199-12-20T16:00:00Z',
	],
	['with an offset', '2199-10-20T09:00:00+02:00', '2199-10-20T07:00:00Z'],
	['of an expression', '={{ DateTime.fromISO("2199-10-20T07:00:00Z") }}', '2199-10-20T07:00:00Z'],
])('a time %s', async (_, sendAt, expected) => {
	const { error } = await schedule([{}], { parameters: { sendAt }, timezone: 'Asia/Tokyo' });
	expect(error).toBeUndefined();
	expect(posted()[0].body).toEqual({
		scheduled_at: expected,
		scheduled_timezone: 'America/Denver',
		daily_cap_bypass: false,
	});
});

it('as soon as possible is now, and the same moment with each try of the run', async () => {
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1_100 };
	const before = Date.now();
	let turn = 0;
	const usual = stub.sample;
	stub.answer((request) =>
		turn++ === 1 ? { status: 400, json: { error: 'No', code: 'NO' } } : usual(request),
	);
	const { error } = await schedule([{}, {}], { parameters: { when: 'now' }, settings });
	expect(error).toBeUndefined();
	const moments = posted().map(({ body }) => Date.parse(String(body.scheduled_at)));
	expect(moments).toHaveLength(3);
	expect(new Set(moments).size).toBe(1);
	expect(moments[0]).toBeGreaterThanOrEqual(before);
});

/** A project as a lookup shows it. */
function account(project: IDataObject, stats: IDataObject = {}) {
	const usual = stub.sample;
	stub.answer((request) => {
		if (request.method !== 'GET') return usual(request);
		return { json: { success: true, data: request.path.includes('/stats') ? stats : project } };
	});
}

describe('guards', () => {
	const passing = { total_recipients: 100, estimated_cost_cents: 200 };
	const tested = { test: { delivered: 1 } };

	it.each<[string, INodeParameters, IDataObject, IDataObject]>([
		['at most so many', { atMostRecipients: 100 }, passing, {}],
		['at most so much', { atMostCost: 2 }, passing, {}],
		['a delivered test', { requireTest: true }, {}, tested],
		['the sending window', { requireWindow: true }, {}, {}],
		['a switched-off guard', { requireTest: false }, {}, {}],
	])('that hold let the project be scheduled: %s', async (_, guards, project, stats) => {
		account(project, stats);
		const { error } = await schedule([{}], { parameters: { guards } });
		expect(error).toBeUndefined();
		expect(posted()).toHaveLength(1);
	});

	it.each<[string, INodeParameters, IDataObject, IDataObject, RegExp]>([
		['too many', { atMostRecipients: 99 }, passing, {}, /At Most Recipients: .*100.*more than 99/],
		['too much', { atMostCost: 1.99 }, passing, {}, /At Most Estimated Cost: .*\$2\.00/],
		['no delivered test', { requireTest: true }, {}, { test: { delivered: 0 } }, /no test/],
		['no test counters', { requireTest: true }, {}, {}, /does not say whether a test/],
		['no count', { atMostRecipients: 99 }, {}, {}, /does not say how many/],
		['no cost', { atMostCost: 99 }, {}, {}, /does not say what/],
		['a limit that is nothing', { atMostRecipients: '={{ $json.no }}' }, passing, {}, /must be/],
		['a switch that is nothing', { requireTest: '={{ $json.no }}' }, {}, tested, /is empty/],
	])('that trip send nothing: %s', async (_, guards, project, stats, words) => {
		account(project, stats);
		const { error } = await schedule([{}], { parameters: { guards } });
		expect(error?.message).toMatch(words);
		expect(posted()).toEqual([]);
	});

	it.each([
		['2199-10-20T07:59:00', 1],
		['2199-10-20T08:00:00', 0],
		['2199-10-20T21:59:00', 0],
		['2199-10-20T22:00:00', 1],
	])('the window at %s', async (sendAt, held) => {
		const parameters = { sendAt, guards: { requireWindow: true } };
		await schedule([{}], { parameters });
		expect(posted()).toHaveLength(1 - held);
	});

	it('that the account says nothing about tell what to do', async () => {
		account({}, {});
		const { error } = await schedule([{}], { parameters: { guards: { requireTest: true } } });
		expect(error?.description).toMatch(/take the guard out/);
	});

	it('that cannot be checked send nothing', async () => {
		stub.answer(() => ({ status: 404, json: { error: 'Nothing found', code: 'NOT_FOUND' } }));
		const { error } = await schedule([{}], { parameters: { guards: { atMostCost: 5 } } });
		expect(error?.message).toContain('Not sent');
		expect(posted()).toEqual([]);
	});

	it('trip in a dry run too', async () => {
		account(passing);
		const parameters = { guards: { atMostCost: 1 }, safeguards: { dryRun: true } };
		expect((await schedule([{}], { parameters })).error?.message).toContain('At Most Estimated');
	});
});
