import type { INodeParameters } from 'n8n-workflow';

import { shown, useNoJitter } from '../../../../test/kit/operation';
import { useStubFor } from '../../../../test/kit/stub';
import { credentialAt, operationOf, UUID } from './meSms';

const stub = useStubFor(credentialAt, () => ({ status: 404, json: { error: 'Nothing there' } }));
useNoJitter();

/** What one item of an operation outputs. */
const outputOf = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items, error } = await operationOf(stub, { resource, operation, ...parameters })([{}]);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

const answer = (json: unknown) => stub.answer(() => ({ json }));
const paths = () => stub.requests().map(({ path }) => path.replace('/api/v2', ''));

describe('the delivery summary', () => {
	const summary = async () => await outputOf('message', 'getDelivery', { uuid: UUID });
	const counted = {
		success: 231,
		failed: 4,
		pending: 0,
		invalid: 0,
		blocked: 0,
		expired: 0,
		timeout: 0,
	};

	it.each([
		[
			'a list',
			{
				summary: [
					{ status: 'success', count: 231 },
					{ status: 'failed', count: 4 },
				],
			},
		],
		[
			'a list with totals',
			{
				summary: [
					{ status: 'success', total: 231 },
					{ status: 'failed', total: '4' },
				],
			},
		],
		[
			'a list with _count',
			{
				summary: [
					{ status: 'success', _count: 231 },
					{ status: 'failed', _count: { _all: 4 } },
				],
			},
		],
		['a map', { summary: { success: 231, failed: 4, total: 235 } }],
		['a map in _count', { summary: { _count: { success: 231, failed: 4 } } }],
		['under data', { success: true, data: { summary: { success: 231, failed: 4 } } }],
		[
			'by another name of the state',
			{
				summary: [
					{ drStatus: 'success', count: 231 },
					{ drStatus: 'failed', count: 4 },
				],
			},
		],
	])('is read as %s', async (_, body) => {
		answer({ recipients: [], nextCursor: null, hasMore: false, ...body });
		expect(await summary()).toEqual([
			{
				uuid: UUID,
				summary: counted,
				total: 235,
				status: null,
				complete: true,
				deliveredRate: 98.3,
			},
		]);
		expect(paths()).toEqual([`/sms/${UUID}/recipients?after=0`]);
	});

	it.each([
		[{ success: 9, pending: 1 }, false],
		[{ success: 9, paused: 1 }, false],
		[{}, false],
		[{ timeout: 1 }, true],
	])('of %j is complete: %j', async (counts, complete) => {
		answer({ recipients: [], summary: counts });
		expect(await summary()).toMatchObject([{ complete, summary: counts }]);
	});

	it('counts the rows of the only page where the API sends no counts', async () => {
		answer({
			recipients: [{ phone: '0812345678', status: 'success' }, { status: 'blocked' }],
			hasMore: false,
		});
		expect(await summary()).toMatchObject([
			{ summary: { success: 1, blocked: 1 }, complete: true },
		]);
	});

	it.each([
		[{ success: 9, pending: 'some' }],
		[{ success: 9, pending: -1 }],
		[
			[
				{ status: 'success', count: 9 },
				{ status: 'pending', count: '1,204' },
			],
		],
	])('is not complete because a count cannot be read: %j', async (counts) => {
		answer({ recipients: [{ status: 'pending' }], hasMore: false, summary: counts });
		expect(await summary()).toMatchObject([{ complete: false, summary: { pending: 1 } }]);
	});

	it('adds up what comes in several entries of a state', async () => {
		const of = (count: number) => ({ status: 'success', count });
		answer({ recipients: [], summary: [of(2), of(3)] });
		expect(await summary()).toMatchObject([{ total: 5 }]);
	});

	it('of a message to one number is its state', async () => {
		answer({ summary: [{ status: 'blocked', count: 1 }] });
		expect(await summary()).toMatchObject([{ status: 'blocked', deliveredRate: 0 }]);
	});

	it('is no guess', async () => {
		answer({ recipients: [{ status: 'success' }], hasMore: true });
		const run = operationOf(stub, { resource: 'message', operation: 'getDelivery', uuid: UUID });
		expect(shown((await run([{}])).error)).toContain('holds no counts by state (no_counts)');
	});
});

describe('recipients', () => {
	const list = async (more: INodeParameters = {}) =>
		await outputOf('recipient', 'getAll', { uuid: UUID, returnAll: true, ...more });
	const rows = (...ids: number[]) =>
		ids.map((id) => ({ id, msisdn: `6681234${id}`, status: 'success' }));

	it.each<[string, (page: object) => object]>([
		['flat', (page) => page],
		['under data', (page) => ({ success: true, data: page })],
	])('are read page by page, %s', async (_, shape) => {
		const pages: Record<string, object> = {
			'0': { recipients: rows(1001, 1002), nextCursor: 1002, hasMore: true },
			'1002': { recipients: rows(1003), nextCursor: 'c/2', hasMore: true },
			'c/2': { recipients: rows(1004), nextCursor: 'c/2', hasMore: false },
		};
		stub.answer(({ path }) => ({
			json: shape(pages[new URLSearchParams(path.split('?')[1]).get('after')!]),
		}));
		expect((await list()).map(({ id }) => id)).toEqual([1001, 1002, 1003, 1004]);
		expect(paths()).toEqual(
			['0', '1002', 'c%2F2'].map((after) => `/sms/${UUID}/recipients?after=${after}`),
		);
	});

	it.each([
		[{ data: [{ phone: '0812345678', drStatus: 'failed' }] }],
		[{ items: [{ number: '66812345678', status: 'failed' }] }],
		[{ recipients: [{ to: 812345678, status: 'failed' }] }],
	] as object[][])('have the same names in %j', async (page) => {
		answer({ ...page, hasMore: false });
		expect(await list()).toEqual([
			{ msisdn: expect.stringMatching(/^(66)?812345678$/), status: 'failed' },
		]);
	});

	it.each<[string, object, string | undefined]>([
		['hasMore is not true', { hasMore: false, nextCursor: 9 }, undefined],
		[
			'hasMore is a text',
			{ hasMore: 'true', nextCursor: 9 },
			'does not say whether another one follows',
		],
		['nothing says that there is more', {}, undefined],
		['the cursor is null', { hasMore: true, nextCursor: null }, 'but not which'],
		['the cursor is missing', { hasMore: true }, 'but not which'],
		['the cursor is the one asked for', { hasMore: true, nextCursor: 0 }, 'The pages repeat'],
	])('end where %s', async (_, end, hint) => {
		answer({ recipients: rows(1001), ...end });
		const run = operationOf(stub, {
			resource: 'recipient',
			operation: 'getAll',
			uuid: UUID,
			returnAll: true,
		});
		const { items, hints } = await run([{}]);
		expect(items).toHaveLength(1);
		expect(stub.requests()).toHaveLength(1);
		const said = hints.join();
		if (hint === undefined) expect(said).toBe('');
		else expect(said).toContain(hint);
	});

	it('end at an empty page, and at a cursor that was there before', async () => {
		const after = (path: string) => path.split('after=')[1];
		stub.answer(({ path }) => ({
			json: {
				recipients: after(path) === '0' ? rows(1001) : [],
				hasMore: true,
				nextCursor: `${after(path)}1`,
			},
		}));
		expect(await list()).toHaveLength(1);
		expect(paths()).toHaveLength(2);
		let id = 1000;
		stub.answer(({ path }) => ({
			json: { recipients: rows(id++), hasMore: true, nextCursor: after(path) === '7' ? '8' : '7' },
		}));
		expect(await list()).toHaveLength(3);
	});

	it('in one state are asked for, and others are left out all the same', async () => {
		answer({
			recipients: [...rows(1001), { id: 2, msisdn: '66812345678', status: 'failed' }],
			hasMore: false,
		});
		expect(await list({ filters: { status: 'failed' } })).toMatchObject([{ id: 2 }]);
		expect(paths()[0]).toContain('status=failed');
	});

	it('are asked for in pages of a size only where the user says so', async () => {
		answer({ recipients: rows(1001), hasMore: false });
		await list({ options: { rowsPerPage: 500 } });
		expect(paths()[0]).toContain('limit=500');
	});
});

describe('messages', () => {
	const list = async (more: INodeParameters = {}) =>
		await operationOf(stub, { resource: 'message', operation: 'getAll', returnAll: true, ...more })(
			[{}],
		);
	const pageIn = (path: string) => Number(new URLSearchParams(path.split('?')[1]).get('page') ?? 1);
	const rows = (...uuids: string[]) => uuids.map((uuid) => ({ uuid, status: 'sent' }));

	it('are read by page', async () => {
		const pages = [rows('a', 'b'), rows('c', 'd'), rows('e'), []];
		stub.answer(({ path }) => ({ json: { messages: pages[pageIn(path) - 1] } }));
		const { items } = await list();
		expect(items.map(({ json }) => json.uuid)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(paths()).toEqual(['/sms', '/sms?page=2', '/sms?page=3', '/sms?page=4']);
	});

	it('come once where the API overlooks the page, and a hint says so', async () => {
		answer({ data: { items: rows('a', 'b') } });
		const { items, hints } = await list();
		expect(items).toHaveLength(2);
		expect(paths()).toEqual(['/sms', '/sms?page=2']);
		expect(hints[0]).toContain('returned the first page again');
	});

	it('come once where a new one moves the others', async () => {
		stub.answer(({ path }) => ({
			json: { messages: [rows('a', 'b'), rows('b', 'c'), []][pageIn(path) - 1] },
		}));
		expect((await list()).items.map(({ json }) => json.uuid)).toEqual(['a', 'b', 'c']);
	});

	it('need no second page where the first has all', async () => {
		answer({ messages: rows('a', 'b'), total: 2 });
		expect((await list()).items).toHaveLength(2);
		expect(paths()).toEqual(['/sms']);
	});

	it('have their delivery, once it is complete', async () => {
		answer({
			messages: [
				{ uuid: 'a', status: 'sent', drSummary: { success: 3, failed: 1 } },
				{ uuid: 'b', status: 'pending' },
			],
			total: 2,
		});
		expect((await list()).items.map(({ json }) => json)).toMatchObject([
			{
				uuid: 'a',
				complete: true,
				deliveredRate: 75,
				drSummary: { success: 3, failed: 1, blocked: 0 },
			},
			{ uuid: 'b', complete: false, deliveredRate: null, drSummary: null },
		]);
	});
});

it.each([
	[
		{
			uuid: UUID,
			status: 'sent',
			sender: 'TEAHOUSE',
			drSummary: [{ status: 'success', count: 2 }],
		},
	],
	[
		{
			success: true,
			data: { uuid: UUID, status: 'sent', sender: 'TEAHOUSE', drSummary: { success: 2 } },
		},
	],
])('a message is read from %j', async (body) => {
	answer(body);
	expect(await outputOf('message', 'get', { uuid: UUID })).toMatchObject([
		{ uuid: UUID, status: 'sent', sender: 'TEAHOUSE', complete: true, drSummary: { success: 2 } },
	]);
});

it.each([
	[{ balance: 18250 }, 18250],
	[{ data: { balance: '18,250.50' } }, 18250.5],
	[{ credits: 0 }, 0],
	[{ success: true, data: { credits: 7 } }, 7],
	[{ remaining: -2 }, -2],
])('the balance in %j is %d', async (body, balance) => {
	answer(body);
	expect(await outputOf('credit', 'get')).toEqual([{ balance }]);
});

it('a response without a balance is no balance of 0', async () => {
	answer({ ok: true });
	const run = operationOf(stub, { resource: 'credit', operation: 'get' });
	expect(shown((await run([{}])).error)).toContain('holds no balance (no_balance)');
});

it.each([
	[
		{
			senders: [
				{ name: 'TEAHOUSE', status: 'approved' },
				{ name: 'NEW', status: 'pending' },
			],
		},
	],
	[
		{
			data: [
				{ sender: 'TEAHOUSE', status: 'APPROVED' },
				{ sender: 'NEW', status: 'pending' },
			],
		},
	],
	[{ data: { items: [{ senderName: 'TEAHOUSE', status: 'approved' }, { senderName: 'NEW' }] } }],
])('senders are read from %j', async (body) => {
	answer(body);
	const all = await outputOf('sender', 'getAll', { returnAll: true });
	expect(all.map(({ name }) => name)).toEqual(['TEAHOUSE', 'NEW']);
	const approved = { returnAll: true, filters: { onlyApproved: true } };
	expect(await outputOf('sender', 'getAll', approved)).toMatchObject([{ name: 'TEAHOUSE' }]);
	expect(paths()).toEqual(['/senders', '/senders']);
});

describe('a custom request', () => {
	it('goes below the Base URL', async () => {
		answer({ ok: true });
		const request = { method: 'POST', path: '/sms/abc/retry', body: '{"a":1}' };
		expect(await outputOf('api', 'request', request)).toEqual([{ ok: true }]);
		expect(stub.requests()).toEqual([
			{ method: 'POST', path: '/api/v2/sms/abc/retry', body: { a: 1 } },
		]);
	});

	it('that writes is not made again after a lost response', async () => {
		stub.answer(() => ({ cut: 'fin' }));
		const run = operationOf(stub, {
			resource: 'api',
			operation: 'request',
			method: 'POST',
			path: '/x',
		});
		expect((await run([{}])).error).toBeDefined();
		expect(stub.requests()).toHaveLength(1);
	});

	it('follows pages by their cursor', async () => {
		stub.answer(({ path }) => ({
			json: { groups: [{ id: path }], hasMore: path.endsWith('=0'), nextCursor: 5 },
		}));
		const request = {
			method: 'GET',
			path: '/groups',
			allPages: true,
			rowsName: 'groups',
			returnAll: true,
		};
		expect(await outputOf('api', 'request', request)).toHaveLength(2);
	});
});
