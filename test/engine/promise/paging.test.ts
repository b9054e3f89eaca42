import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';

import { useNoJitter } from '../../kit/operation';
import type { StubRequest } from '../../kit/stub';
import { Trackly } from '../../../nodes/Trackly/Trackly.node';
import { editorContext, operationOf, useStub } from '../trackly';
import { CONTINUE } from './outcomes';

/** Rule R12: paging ends, and says where it may be incomplete. */
const stub = useStub(() => ({ json: {} }));
useNoJitter();

const usual: INodeParameters = { returnAll: true, filters: {}, operation: 'getAll' };
const contacts = operationOf(stub, { ...usual, resource: 'contact', simplify: false });
const lists = operationOf(stub, { ...usual, resource: 'list' });
const request = operationOf(stub, {
	resource: 'api',
	operation: 'request',
	method: 'GET',
	path: '/contacts',
	version: 'v2',
	query: {},
	allPages: true,
	rowsName: 'contacts',
	returnAll: true,
});

const queryOf = ({ path }: StubRequest) => new URL(path, 'http://x').searchParams;
const pageOf = (asked: StubRequest) => Number(queryOf(asked).get('page') ?? 1);
const rows = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({
		id: from + index,
		phone_number: `+1${2_025_550_000 + from + index}`,
		list_number: '+18005550142',
	}));

/** A server that keeps answering would hold the test for ever. */
const ENOUGH = 40;
function answer(pageFor: (asked: StubRequest) => unknown): void {
	let asked = 0;
	stub.answer((one) =>
		++asked > ENOUGH
			? { status: 400, json: { error: 'Enough', code: 'enough' } }
			: { json: pageFor(one) },
	);
}

const CURSORS: Array<[name: string, next: (asked: number) => string, expected: number]> = [
	['the same cursor again and again', () => 'abc', 2],
	['two cursors in turn', (asked) => (asked % 2 === 0 ? 'a' : 'b'), 3],
	['three cursors in turn', (asked) => 'abc'[asked % 3], 4],
];

describe.each(CURSORS)('a server with %s', (_, next, expected) => {
	const circling = () => {
		let asked = 0;
		answer(() => ({
			lists: [{ id: 7, name: 'List', number: '+18005550142', list_number: '+18005550142' }],
			pagination: { next_cursor: next(asked++) },
		}));
	};

	it('List > Get Many ends at a cursor seen before', async () => {
		circling();
		const result = await lists([{}]);
		expect(result.error?.message).toBeUndefined();
		expect(result.items).toHaveLength(1);
		expect(stub.requests().length).toBeLessThanOrEqual(expected);
	});

	it('the picker of sending lists ends too', async () => {
		circling();
		const { listSearch, loadOptions } = new Trackly().methods;
		for (const method of [...Object.values(listSearch), ...Object.values(loadOptions)]) {
			if (!/list/i.test(method.name)) continue;
			const context = editorContext({ parameters: {}, credential: stub.credential() });
			await (method as (this: ILoadOptionsFunctions) => Promise<unknown>).call(context);
			expect(stub.requests().length).toBeLessThan(ENOUGH);
		}
	});
});

it('a cursor that is always new but brings no new row ends', async () => {
	let asked = 0;
	answer(() => ({ lists: [{ id: 7 }], pagination: { next_cursor: `c${asked++}` } }));
	const result = await lists([{}]);
	expect(result.error?.message).toBeUndefined();
	expect(stub.requests().length).toBeLessThan(ENOUGH);
});

const TWO_PAGES: Array<[name: string, pagination: (page: number, per_page: number) => unknown]> = [
	['as the contract says', (page, per_page) => ({ page, per_page, ...countsOf(per_page) })],
	[
		'as text',
		(page, per_page) => ({
			page: String(page),
			per_page: String(per_page),
			total: '1500',
			total_pages: String(countsOf(per_page).total_pages),
		}),
	],
	['without pages', (page, per_page) => ({ page, per_page, total: 1_500 })],
	['without a total', (page, per_page) => ({ page, total_pages: countsOf(per_page).total_pages })],
	['with total_pages 0', (page, per_page) => ({ page, per_page, total: 1_500, total_pages: 0 })],
	['with total 0', (page, per_page) => ({ page, per_page, total: 0, total_pages: 0 })],
	['as null', () => ({ page: null, per_page: null, total: null, total_pages: null })],
	['empty', () => ({})],
	['left out', () => undefined],
];

function countsOf(perPage: number) {
	return { total: 1_500, total_pages: Math.ceil(1_500 / perPage) };
}

describe.each([
	['Contact > Get Many', contacts],
	['API > Request, Follow Pages', request],
])('%s of 1,500 rows, counted', (name, run) => {
	it.each(TWO_PAGES)('%s: reads the next page after a full one', async (_, pagination) => {
		answer((asked) => {
			const page = pageOf(asked);
			const perPage = Number(queryOf(asked).get('per_page') ?? 1_000);
			const start = (page - 1) * perPage;
			return {
				contacts: rows(Math.max(0, Math.min(perPage, 1_500 - start)), start),
				pagination: pagination(page, perPage),
			};
		});
		const result = await run([{}]);
		expect({ name, error: result.error?.message, rows: result.items.length }).toEqual({
			name,
			error: undefined,
			rows: 1_500,
		});
	});

	it.each<[string, unknown]>([
		[
			'fewer rows than counted',
			{ contacts: rows(2), pagination: { page: 1, per_page: 1_000, total: 900, total_pages: 1 } },
		],
		['no rows where the contract has them', { data: rows(2) }],
		['rows: null', { contacts: null }],
		['an empty object', {}],
	])('%s: says that it may be incomplete', async (_, json) => {
		answer(() => json);
		const result = await run([{}], { settings: CONTINUE });
		const said = [
			...result.hints,
			...result.items.map((item) => (item.json.status === undefined ? '' : 'status')),
			result.nodeError?.message ?? '',
		].filter((text) => text !== '');
		expect(said).not.toEqual([]);
	});

	it('ends at an empty page, whatever is counted', async () => {
		answer((asked) => ({
			contacts: pageOf(asked) === 1 ? rows(1_000) : [],
			pagination: { page: pageOf(asked), per_page: 1_000, total: 99_999, total_pages: 100 },
		}));
		await run([{}], { settings: CONTINUE });
		expect(stub.requests().length).toBeLessThan(ENOUGH);
	});

	it('ends where every page is the same full one', async () => {
		answer(() => ({ contacts: rows(1_000) }));
		const result = await run([{}], { settings: CONTINUE });
		expect(stub.requests().length).toBeLessThan(ENOUGH);
		expect(result.items.length).toBeLessThanOrEqual(1_001);
	});
});
