import type { INodeParameters } from 'n8n-workflow';

import { list } from '../../kit/account';
import { useProcessedStore } from '../../kit/processedStore';
import { useFastTime } from '../../chaos/fastTime';
import { useNoJitter } from '../../kit/operation';
import type { StubAnswer } from '../../kit/stub';
import { operationOf } from '../trackly';
import { goodAnswer, KEY, orders, useOperations } from './api';
import { CONTINUE, outcomeOf, RETRY, statusesOf } from './outcomes';

/** Rule R2: a 2xx counts for what it says. */
useProcessedStore();
useNoJitter();
// A run with keys lasts a tenth of a second longer than its requests.
useFastTime(20);
const { stub, of, writes, arrived } = useOperations();

const NO = { success: false, error: 'Insufficient balance', code: 'payment_failed' };
const json = (value: unknown, status = 200): StubAnswer => ({ status, json: value });
const text = (value: string, status = 200, type = 'text/html'): StubAnswer => ({
	status,
	text: value,
	type,
});

/** Answers that say that nothing was done. */
const REFUSALS: Array<[name: string, answer: StubAnswer]> = [
	['success: false with a reason', json(NO)],
	['success: false with a message', json({ success: false, message: 'Insufficient balance' })],
	['success: false in 202', json(NO, 202)],
	['only an error text', json({ error: 'Insufficient balance' })],
];

/** Answers that say nothing of what was done. */
const SILENCE: Array<[name: string, answer: StubAnswer]> = [
	['an empty object', json({})],
	['an empty list', json([])],
	['null', json(null)],
	['a text', json('ok')],
	['true', json(true)],
	['a page of HTML', text('<html>Welcome</html>')],
	['half a JSON text', text('{"message_id": "m', 200, 'application/json')],
	['an empty 200', text('')],
	['an empty 201', { status: 201, text: '', headers: { 'Content-Length': '0' } }],
	['204', text('', 204)],
	['another object', json({ ok: 1 })],
	['no more than that it was taken', json({ status: 'queued' })],
	['an error text beside success: true', json({ success: true, error: 'Soon to be gone' })],
	['an empty message_id', json({ success: true, message_id: '' })],
	['message_id: null', json({ success: true, message_id: null, status: 'queued' })],
];

const ask = operationOf(stub, {
	resource: 'message',
	operation: 'sendAndWait',
	listNumber: list(),
	to: '={{ $json.to }}',
	message: 'Shall we?',
	options: {},
});

describe.each([
	['Send', of('Send')],
	['Send Raw', of('Send Raw')],
	['Send and Wait', ask],
])('%s, answered with', (_, run) => {
	it.each(REFUSALS)(
		'%s: rejected, in the words of the answer, and free to send',
		async (__, no) => {
			stub.answer(() => no);
			const result = await run(orders(1), { parameters: { safeguards: KEY }, settings: CONTINUE });
			expect(statusesOf(result, 1)).toEqual(['rejected']);
			expect(outcomeOf(result, 0).message).toContain('Insufficient balance');
			expect(result.waitTill).toBeUndefined();
			stub.answer(goodAnswer);
			const again = await run(orders(1), { parameters: { safeguards: KEY }, settings: CONTINUE });
			expect(again.items[0]?.json.status).not.toBe('skipped');
			expect(writes()).toHaveLength(2);
		},
	);

	it.each(SILENCE)('%s: unknown, and not sent again', async (__, nothing) => {
		stub.answer(() => nothing);
		const result = await run(orders(1), { parameters: { safeguards: KEY }, settings: CONTINUE });
		expect(statusesOf(result, 1)).toEqual(['unknown']);
		expect(result.waitTill).toBeUndefined();
		stub.answer(goodAnswer);
		await run(orders(1), { parameters: { safeguards: KEY }, settings: CONTINUE });
		expect(writes()).toHaveLength(1);
	});

	it.each(REFUSALS)('%s: no good item under Retry On Fail', async (__, answer) => {
		stub.answer(() => answer);
		const result = await run(orders(1), { settings: { ...RETRY, maxTries: 2 } });
		expect(result.error).toBeDefined();
	});

	it.each(SILENCE)('%s: no second text under Retry On Fail', async (__, answer) => {
		stub.answer(() => answer);
		const result = await run(orders(1), { settings: { ...RETRY, maxTries: 2 } });
		// The first try fails the node; the next one returns what it found as data, and sends nothing.
		expect(statusesOf(result, 1)).toEqual(['unknown']);
		expect(writes()).toHaveLength(1);
	});
});

describe.each([
	['Send', of('Send')],
	['Send Raw', of('Send Raw')],
])('%s, answered with evidence in another form', (_, run) => {
	it.each([
		['an id as a number', { message_id: 17, status: 'queued' }],
		['success as text', { success: 'true', message_id: 'm1', status: 'queued' }],
		['no status', { message_id: 'm1' }],
		['error: null', { message_id: 'm1', status: 'queued', error: null }],
	])('%s: done', async (__, value) => {
		stub.answer(() => json(value));
		const result = await run(orders(1), { settings: CONTINUE });
		expect(result.items[0].json).toMatchObject({ message_id: value.message_id });
		expect(['queued', 'done']).toContain(statusesOf(result, 1)[0]);
	});
});

/** The bulk operations: what their good items say, their count, and whether a repeat does harm. */
const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
const BULK: Array<
	[name: string, usual: INodeParameters, count: string, done: RegExp, harm: boolean]
> = [
	[
		'Send Many',
		{ resource: 'message', operation: 'sendMany', listNumber: list(), ...automatic },
		'queued_count',
		/^queued$/,
		true,
	],
	[
		'Send Raw Many',
		{ resource: 'message', operation: 'sendRawMany', listNumber: list(), ...automatic },
		'queued_count',
		/^queued$/,
		true,
	],
	[
		'Record Many',
		{ resource: 'revenue', operation: 'recordMany', ...automatic },
		'success_count',
		/^recorded$/,
		true,
	],
	[
		'Create or Update Many',
		{ resource: 'contact', operation: 'upsertMany', listNumber: list(), ...automatic },
		'success_count',
		/^saved$/,
		false,
	],
	[
		'Import Sends',
		{ resource: 'dataImport', operation: 'sends', ...automatic },
		'success_count',
		/^imported/,
		false,
	],
];

const records = (count: number) =>
	orders(count).map((item) => ({
		...item,
		id: item.order,
		phone_number: item.to,
		to_number: item.to,
		timestamp: '2026-02-01T10:00:00Z',
		list_number: '+18005550142',
	}));

describe.each(BULK)('%s, answered with', (_, usual, count, done, harm) => {
	const run = operationOf(stub, usual);
	const statusesAfter = async (answer: StubAnswer, items = 3) => {
		stub.answer(() => answer);
		return statusesOf(await run(records(items), { settings: CONTINUE }), items);
	};
	const isDone = (status: string) => done.test(status);

	it.each(REFUSALS)('%s: rejected, in the words of the answer', async (__, no) => {
		stub.answer(() => no);
		const result = await run(records(3), { settings: CONTINUE });
		expect(statusesOf(result, 3)).toEqual(['rejected', 'rejected', 'rejected']);
		expect(outcomeOf(result, 2).message).toContain('Insufficient balance');
	});

	if (harm) {
		it.each(SILENCE)('%s: unknown, after one request', async (__, nothing) => {
			expect(await statusesAfter(nothing)).toEqual(['unknown', 'unknown', 'unknown']);
			expect(writes()).toHaveLength(1);
		});
	} else {
		it.each([
			['204', text('', 204)],
			['an empty 200', text('')],
			['an empty 201', text('', 201)],
		])('%s: done, for a repeat would do no harm', async (__, nothing) => {
			expect((await statusesAfter(nothing)).every(isDone)).toBe(true);
			expect(writes()).toHaveLength(1);
		});
	}

	it('counts as text: done', async () => {
		const answer = json({ [count]: '3', error_count: '0', errors: [] });
		expect((await statusesAfter(answer)).every(isDone)).toBe(true);
	});

	it.each([
		['all failed', { [count]: 0, error_count: 3 }],
		['all failed, as text', { [count]: '0', error_count: '3', errors: [] }],
		['all failed, named by an empty list', { [count]: 0, error_count: 3, errors: [] }],
		['all failed, with no count of errors', { [count]: 0 }],
		['all failed, as text, with no count of errors', { [count]: '0' }],
		['success: false beside good counts', { success: false, [count]: 0, error_count: 0 }],
		['counts that are no numbers', { [count]: 'many', error_count: 'none' }],
		['counts that are null', { [count]: null, error_count: null }],
		['negative counts', { [count]: -3, error_count: 0 }],
	])('%s: nothing is done', async (__, value) => {
		expect((await statusesAfter(json(value))).filter(isDone)).toEqual([]);
	});

	it.each([
		['without an index', [{ code: 'x', error: 'No' }]],
		['with an index beyond', [{ index: 3, code: 'x', error: 'No' }]],
		['with a negative index', [{ index: -1, code: 'x', error: 'No' }]],
		['with an index that is a part', [{ index: 0.5, code: 'x', error: 'No' }]],
		['that is a text', ['No']],
		['that is null', [null]],
		['that is empty', []],
	])(
		'one failed, an error %s: nobody can tell which, so nothing is called done',
		async (__, errors) => {
			const answer = json({ [count]: 2, error_count: 1, errors });
			expect((await statusesAfter(answer)).filter(isDone)).toEqual([]);
		},
	);

	it('one failed, but two are named by the same index: not all others are done', async () => {
		const errors = [1, 1].map((index) => ({ index, code: 'x', error: 'No' }));
		const statuses = await statusesAfter(json({ [count]: 1, error_count: 2, errors }));
		expect(statuses.filter(isDone).length).toBeLessThanOrEqual(1);
		expect(isDone(statuses[1])).toBe(false);
	});

	it.each([
		['as a number', 1],
		['as text', '1'],
	])('one failed, its index %s: that one is not done', async (__, index) => {
		const errors = [{ index, code: 'bad_one', error: 'No' }];
		const statuses = await statusesAfter(json({ [count]: 2, error_count: 1, errors }));
		expect(isDone(statuses[1])).toBe(false);
		if (typeof index === 'number') {
			expect(statuses.map(isDone)).toEqual([true, false, true]);
			expect(statuses[1]).toBe('rejected');
		}
	});

	it('errors as an object: the one it names is not done', async () => {
		const errors = { 1: { code: 'x', error: 'No' } };
		const statuses = await statusesAfter(json({ [count]: 2, error_count: 1, errors }));
		expect(isDone(statuses[1])).toBe(false);
	});

	it('errors but no counts: not everything is done', async () => {
		const errors = [{ code: 'x', error: 'No' }];
		expect((await statusesAfter(json({ errors }))).filter(isDone)).toEqual([]);
	});
});

describe.each([
	['Send Many', 'to'],
	['Send Raw Many', 'to'],
])('%s, an error that names a recipient', (name, field) => {
	const [one, two, three] = orders(3).map(({ to }) => to);

	it.each([
		['of another index', { index: 0, to: two }],
		['of another index, without a plus', { index: 0, to: two.slice(1) }],
		['of an index counted from 1', { index: 2, to: two }],
		['and no index', { to: two }],
	])(
		'%s: the wrong person is not the one rejected, and the named one is not queued',
		async (_, at) => {
			stub.answer(() =>
				json({ queued_count: 2, error_count: 1, errors: [{ ...at, code: 'x', error: 'No' }] }),
			);
			const statuses = statusesOf(await of(name)(orders(3), { settings: CONTINUE }), 3);
			expect(statuses[1]).not.toBe('queued');
			expect([statuses[0], statuses[2]]).not.toContain('rejected');
			expect(field).toBe('to');
		},
	);

	it('of the same index: that one alone', async () => {
		const errors = [{ index: 1, to: two, code: 'x', error: 'No' }];
		stub.answer(() => json({ queued_count: 2, error_count: 1, errors }));
		const result = await of(name)(orders(3), { settings: CONTINUE });
		expect(statusesOf(result, 3)).toEqual(['queued', 'rejected', 'queued']);
		expect([one, three]).toHaveLength(2);
	});

	it('frees only the key of who was refused', async () => {
		const errors = [{ index: 1, to: two, code: 'x', error: 'No' }];
		stub.answer(() => json({ queued_count: 2, error_count: 1, errors }));
		await of(name)(orders(3), { parameters: { safeguards: KEY }, settings: CONTINUE });
		stub.answer(goodAnswer);
		await of(name)(orders(3), { parameters: { safeguards: KEY }, settings: CONTINUE });
		expect(arrived()).toEqual([one, two, three, two]);
	});
});

/** Calls that may be made twice without harm: an empty 2xx is all the evidence they need. */
const id = (value: string) => ({ __rl: true, mode: 'id', value });
const IDEMPOTENT: Array<[name: string, usual: INodeParameters]> = [
	...(['audience', 'creative', 'offer', 'schedule'] as const).map(
		(resource): [string, INodeParameters] => [
			`${resource} > archive`,
			{ resource, operation: 'archive', [`${resource}Id`]: id('66b0c61fe19a3f7708d5b1c9') },
		],
	),
	[
		'contact > unsubscribe',
		{
			resource: 'contact',
			operation: 'unsubscribe',
			from: 'oneList',
			listNumber: list(),
			phoneNumber: '+12025550117',
			options: {},
		},
	],
	[
		'contact > upsert',
		{
			resource: 'contact',
			operation: 'upsert',
			listNumber: list(),
			phoneNumber: '+12025550117',
			customFields: {},
			additionalFields: {},
		},
	],
	[
		'dataImport > clear',
		{ resource: 'dataImport', operation: 'clear', entities: ['sends'], confirm: true, options: {} },
	],
	[
		'api > request DELETE',
		{
			resource: 'api',
			operation: 'request',
			method: 'DELETE',
			path: '/things/7',
			version: 'v2',
			query: {},
			body: '{}',
			allPages: false,
		},
	],
];

describe.each(IDEMPOTENT)('%s, answered with', (_, usual) => {
	const run = operationOf(stub, usual);

	it.each([
		['204', text('', 204)],
		['an empty 200', text('')],
		['an empty 202', text('', 202)],
	])('%s: done, after one request', async (__, nothing) => {
		stub.answer(() => nothing);
		const result = await run([{}], { settings: CONTINUE });
		expect(['done', 'saved', 'archived']).toContain(statusesOf(result, 1)[0]);
		expect(writes()).toHaveLength(1);
	});

	it.each(REFUSALS)('%s: rejected', async (__, no) => {
		stub.answer(() => no);
		const result = await run([{}], { settings: CONTINUE });
		expect(statusesOf(result, 1)).toEqual(['rejected']);
		expect(outcomeOf(result, 0).message).toContain('Insufficient balance');
	});
});

it.each([
	['POST', '204', text('', 204)],
	['POST', 'an empty 201', { status: 201, text: '', headers: { 'Content-Length': '0' } }],
	['PUT', '204', text('', 204)],
])(
	'api > request %s, answered with %s: not refused, and not made again',
	async (method, _, nothing) => {
		const run = operationOf(stub, {
			resource: 'api',
			operation: 'request',
			method,
			path: '/things',
			version: 'v2',
			query: {},
			body: '{"a":1}',
			allPages: false,
		});
		stub.answer(() => nothing);
		const result = await run([{}], { settings: CONTINUE });
		expect(statusesOf(result, 1)).not.toContain('rejected');
		expect(writes()).toHaveLength(1);
	},
);
