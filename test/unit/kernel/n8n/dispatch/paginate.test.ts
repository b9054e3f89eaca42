import fc from 'fast-check';

import type {
	ApiRequest,
	Endpoint,
	JsonObject,
	JsonValue,
} from '../../../../../kernel/http/endpoint';
import type { Paging } from '../../../../../kernel/http/paging';
import {
	fetchRows,
	readEveryRow,
	readRows,
	type RowSource,
} from '../../../../../kernel/n8n/dispatch/paginate';
import type { Client } from '../../../../../kernel/n8n/run/operation';
import { profile } from '../standIn';

const endpoint = {
	operationId: 'list',
	method: 'GET',
	path: '/rows',
	idempotent: true,
} as Endpoint;
const SIZE = 5;
const source: RowSource = { name: 'rows', perPage: SIZE, key: ({ id }) => String(id) };
const ids = (rows: readonly JsonObject[]) => rows.map(({ id }) => id as number);

/** A client whose responses are made up. */
const clientOf = (
	bodyOf: (request: ApiRequest) => Promise<JsonValue | undefined> | JsonValue | undefined,
): Client => ({
	profile,
	request: async (request) => ({ status: 200, body: await bodyOf(request) }),
	send: async () => await Promise.reject(new Error('pages are requested')),
});

/** Rows come or go somewhere between the first and the last. */
interface Change {
	kind: 'come' | 'go';
	/** Where, from 0 (the first) to 1 (behind the last). */
	place: number;
	count: number;
}

/** A server whose rows change while they are read, one change every few requests. */
class MovingServer {
	rows: number[];
	requests: number[] = [];
	/** Rows that were there at the start and never went. */
	readonly stayed: Set<number>;
	private next: number;
	private readonly changes: Change[];

	constructor(
		count: number,
		changes: readonly Change[],
		private readonly every: number,
		private readonly turn: () => Promise<void>,
	) {
		this.rows = Array.from({ length: count }, (_, index) => index);
		this.stayed = new Set(this.rows);
		this.next = count;
		this.changes = [...changes];
	}

	readonly client = clientOf(async (request) => await this.respond(request));

	async respond({ query }: ApiRequest): Promise<JsonObject> {
		await this.turn();
		const page = Number(query?.page);
		const size = Number(query?.per_page);
		this.requests.push(page);
		const response = {
			rows: this.rows.slice((page - 1) * size, page * size).map((id) => ({ id })),
			pagination: {
				page,
				per_page: size,
				total: this.rows.length,
				total_pages: Math.ceil(this.rows.length / size),
			},
		};
		if (this.requests.length % this.every === 0) this.change();
		await this.turn();
		return response;
	}

	private change(): void {
		const change = this.changes.shift();
		if (change === undefined) return;
		const at = Math.floor(change.place * this.rows.length);
		if (change.kind === 'go') {
			for (const id of this.rows.splice(at, change.count)) this.stayed.delete(id);
		} else {
			this.rows.splice(at, 0, ...Array.from({ length: change.count }, () => this.next++));
		}
	}
}

const anyChange = (...kinds: Array<Change['kind']>) =>
	fc.array(
		fc.record({
			kind: fc.constantFrom(...kinds),
			place: fc.double({ min: 0, max: 1, noNaN: true }),
			count: fc.integer({ min: 1, max: 2 * SIZE }),
		}),
		{ maxLength: 8 },
	);

const asTheyCome = async () => await Promise.resolve();

describe('rows that do not move', () => {
	it.each([0, 1, SIZE, SIZE + 1, 10 * SIZE, 10 * SIZE + 3])(
		'%d rows take one request a page',
		async (count) => {
			const server = new MovingServer(count, [], 1, asTheyCome);
			const rows = await fetchRows(server.client, { endpoint }, source, Infinity);
			expect(ids(rows)).toEqual(server.rows);
			const pages = Math.max(1, Math.ceil(count / SIZE));
			expect(server.requests).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
		},
	);

	it('are asked for as far as the limit reaches', async () => {
		const server = new MovingServer(100, [], 1, asTheyCome);
		const rows = await fetchRows(server.client, { endpoint }, source, 12);
		expect(ids(rows)).toEqual(server.rows.slice(0, 12));
		expect(server.requests).toEqual([1, 2, 3]);
	});

	it('are asked for side by side behind the first page, eight at once', async () => {
		let open = 0;
		let most = 0;
		const turn = async () => {
			most = Math.max(most, ++open);
			await new Promise((resolve) => setImmediate(resolve));
			open--;
		};
		const rows = async (count: number, wanted: number) => {
			most = 0;
			const server = new MovingServer(count, [], 1, asTheyCome);
			const client = clientOf(async (request) => {
				await turn();
				return await server.respond(request);
			});
			await fetchRows(client, { endpoint }, source, wanted);
			return most;
		};
		expect(await rows(20 * SIZE, Infinity)).toBe(8);
		// Two pages are enough behind the first one.
		expect(await rows(20 * SIZE, 3 * SIZE)).toBe(2);
	});

	it('are counted page by page, and once without a total', async () => {
		const tell = jest.fn();
		const client = clientOf(() => ({ rows: [{ id: 1 }, { id: 1 }, { id: 2 }] }));
		const { rows } = await readRows(client, { endpoint }, source, Infinity, tell);
		expect(ids(rows)).toEqual([1, 2]);
		expect(tell.mock.calls).toEqual([[2, undefined]]);
	});

	it('are told as they come, up to the limit', async () => {
		const tell = jest.fn();
		const { client } = new MovingServer(100, [], 1, asTheyCome);
		await readRows(client, { endpoint }, source, 12, tell);
		expect(tell.mock.calls).toEqual([
			[5, 12],
			[10, 12],
			[12, 12],
		]);
	});
});

describe('rows that come and go while they are read', () => {
	/** Answers arrive in any order. */
	const check = (changes: fc.Arbitrary<Change[]>, every: fc.Arbitrary<number>) =>
		fc.asyncProperty(
			fc.scheduler(),
			fc.integer({ min: 0, max: 60 }),
			changes,
			every,
			async (scheduler, count, moves, gap) => {
				const turn = async () => await scheduler.schedule(Promise.resolve());
				const server = new MovingServer(count, moves, gap, turn);
				const reading = fetchRows(server.client, { endpoint }, source, Infinity);
				const found = ids(await scheduler.waitFor(reading));
				expect(found).toEqual([...new Set(found)]);
				expect(found).toEqual(expect.arrayContaining([...server.stayed]));
			},
		);

	it('none that stayed is missed or doubled when rows come', async () => {
		await fc.assert(check(anyChange('come'), fc.integer({ min: 1, max: 4 })), { numRuns: 300 });
	});

	it('none that stayed is missed or doubled when rows go', async () => {
		await fc.assert(check(anyChange('go'), fc.integer({ min: 1, max: 4 })), { numRuns: 300 });
	});

	it('nor when some come and others go, not all in one moment', async () => {
		await fc.assert(check(anyChange('come', 'go'), fc.constant(9)), { numRuns: 500 });
	});

	it('reads on when the pages grow in number', async () => {
		const arrivals: Change[] = [{ kind: 'come', place: 0, count: 2 * SIZE }];
		const server = new MovingServer(2 * SIZE, arrivals, 1, asTheyCome);
		const rows = await fetchRows(server.client, { endpoint }, source, Infinity);
		expect(ids(rows)).toEqual(expect.arrayContaining([...server.stayed]));
		expect(server.requests).toEqual([1, 2, 3, 4]);
	});

	it('takes one more request where a row went', async () => {
		const server = new MovingServer(3 * SIZE, [{ kind: 'go', place: 0, count: 1 }], 1, asTheyCome);
		const rows = await fetchRows(server.client, { endpoint }, source, Infinity);
		expect(ids(rows)).toHaveLength(3 * SIZE);
		expect(server.requests[0]).toBe(1);
		expect(server.requests.length).toBeLessThan(8);
	});

	it('fails rather than giving a part when they vanish faster than they can be read', async () => {
		let total = 1_000_000;
		const client = clientOf(({ query }) => ({
			rows: [{ id: Number(query?.page) }],
			pagination: { total: (total -= 20), total_pages: total / SIZE },
		}));
		await expect(fetchRows(client, { endpoint }, source, Infinity)).rejects.toMatchObject({
			kind: 'refused',
			code: 'rows_kept_changing',
			message: 'Rows vanished faster than they could be read',
			harmlessToRepeat: true,
		});
	});

	it.each([
		[1, [3, 4, 5]],
		[5, [3, 4, 5]],
		[6, [2, 3, 4, 5]],
		[20, [1, 2, 3, 4, 5]],
	])('reads the last %d of what it has again when so many went', async (gone, again) => {
		const asked: number[] = [];
		const client = clientOf(({ query }) => {
			asked.push(Number(query?.page));
			// They went when three pages had come.
			const total = asked.indexOf(4) < 0 || Number(query?.page) < 4 ? 25 : 25 - gone;
			const isRead = asked.length > 5;
			const page = Number(query?.page);
			return {
				rows: Array.from({ length: SIZE }, (_, row) => ({ id: SIZE * page + row })),
				pagination: { total: isRead ? 25 - gone : total, total_pages: 5 },
			};
		});
		await fetchRows(client, { endpoint }, source, Infinity);
		expect(asked).toEqual([1, 2, 3, 4, 5, ...again]);
	});
});

const numbered = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => ({ id: from + index }));

type Page = { rows: JsonObject[]; pagination?: JsonObject };

/** Numbered pages of rows; what they say of counts is made up. */
function paged(
	rows: readonly JsonObject[],
	countsOf: (page: number, size: number) => JsonObject | undefined,
	cap = Infinity,
) {
	const asked: number[] = [];
	const client = clientOf(({ query }) => {
		const page = Number(query?.page);
		const size = Math.min(cap, Number(query?.per_page));
		asked.push(page);
		return {
			rows: rows.slice((page - 1) * size, page * size),
			pagination: countsOf(page, size),
		};
	});
	return { client, asked };
}

describe('counts of pages', () => {
	const COUNT = 4 * SIZE + 3;
	const rows = numbered(COUNT);
	const pages = Math.ceil(COUNT / SIZE);

	it.each<[string, (page: number) => JsonObject | undefined]>([
		['as they should be', () => ({ total: COUNT, total_pages: pages })],
		['as text', () => ({ total: String(COUNT), total_pages: String(pages) })],
		['without the pages', () => ({ total: COUNT })],
		['without the rows', () => ({ total_pages: pages })],
		['missing', () => undefined],
		['null', () => ({ total: null, total_pages: null })],
		['on the first page only', (page) => (page === 1 ? { total: COUNT, total_pages: pages } : {})],
		['with no page', () => ({ total: COUNT, total_pages: 0 })],
		['with one page', () => ({ total: COUNT, total_pages: 1 })],
		['with too many pages', () => ({ total: COUNT, total_pages: pages + 3 })],
		['of this page only', (page) => ({ total: COUNT, total_pages: page })],
		['that are no counts', () => ({ total: 'many', total_pages: -1 })],
		[
			'of fewer rows than there are, with the right pages',
			() => ({ total: 1, total_pages: pages }),
		],
	])('%s: every row comes once', async (_, countsOf) => {
		const { client, asked } = paged(rows, countsOf);
		expect(ids(await readEveryRow(client, { endpoint }, source))).toEqual(ids(rows));
		expect(asked.length).toBeLessThanOrEqual(pages + 3);
	});

	it.each<[string, number, () => JsonObject | undefined]>([
		['missing', 4 * SIZE, () => undefined],
		['of no page', 4 * SIZE, () => ({ total_pages: 0 })],
	])(
		'%s after a full last page: one more page is asked for, which is empty',
		async (_, count, countsOf) => {
			const { client, asked } = paged(numbered(count), countsOf);
			expect(ids(await readEveryRow(client, { endpoint }, source))).toEqual(ids(numbered(count)));
			expect(asked.at(-1)).toBe(5);
		},
	);

	it('of more rows than come: some may be missing, and guards are told so', async () => {
		const { client } = paged(rows, () => ({ total: 40, total_pages: 8 }));
		const read = await readRows(client, { endpoint }, source, Infinity);
		expect(ids(read.rows)).toEqual(ids(rows));
		expect(read.incomplete).toBe('Only 23 of 40 rows could be read; the rest may be missing.');
		await expect(readEveryRow(client, { endpoint }, source)).rejects.toMatchObject({
			kind: 'refused',
			code: 'rows_incomplete',
			message: read.incomplete,
		});
		// Those that are wanted came.
		expect((await readRows(client, { endpoint }, source, 23)).incomplete).toBeUndefined();
	});

	it('of many rows, none of which comes', async () => {
		const { client } = paged([], () => ({ total: 7, total_pages: 2 }));
		await expect(readEveryRow(client, { endpoint }, source)).rejects.toMatchObject({
			code: 'rows_incomplete',
		});
	});

	it.each<[string, (page: number, size: number) => JsonObject | undefined]>([
		['counts them', (_, size) => ({ total: COUNT, total_pages: Math.ceil(COUNT / size) })],
		['counts the rows', () => ({ total: COUNT })],
	])('of an API that allows fewer rows a page than asked, and %s', async (_, countsOf) => {
		const { client, asked } = paged(rows, countsOf, 2);
		expect(ids(await readEveryRow(client, { endpoint }, source))).toEqual(ids(rows));
		expect(asked).toEqual(Array.from({ length: 12 }, (__, page) => page + 1));
	});

	const anyCount = fc.oneof(
		fc.nat(40),
		fc.nat(40).map(String),
		fc.constantFrom(null, undefined, 'x', -1, 0),
	);
	const cap = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: SIZE }));
	const wanted = fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 40 }));

	it('of rows that are right lead to every row, whatever the count of pages and their size', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(30),
				cap,
				fc.array(anyCount, { minLength: 1, maxLength: 4 }),
				wanted,
				async (there, size, pageCounts, limit) => {
					const all = numbered(there);
					const countsOf = (page: number) => ({
						total: page % 2 === 0 ? there : String(there),
						total_pages: pageCounts[(page - 1) % pageCounts.length],
					});
					const { client } = paged(all, countsOf, size);
					const read = await readRows(client, { endpoint }, source, limit);
					expect(ids(read.rows)).toEqual(ids(all).slice(0, limit));
					expect(read.incomplete).toBeUndefined();
				},
			),
			{ numRuns: 500 },
		);
	});

	it('of any kind lead to no row twice, to none out of order, and to an end', async () => {
		const counts = fc.record({ total: anyCount, total_pages: anyCount });
		await fc.assert(
			fc.asyncProperty(
				fc.nat(30),
				cap,
				fc.array(counts, { minLength: 1, maxLength: 4 }),
				wanted,
				async (there, size, ofPages, limit) => {
					const all = numbered(there);
					const { client, asked } = paged(
						all,
						(page) => ofPages[(page - 1) % ofPages.length],
						size,
					);
					const read = await readRows(client, { endpoint }, source, limit).catch(
						({ code }: { code: string }) => ({ rows: [], incomplete: code }),
					);
					const found = ids(read.rows);
					expect(found).toEqual(ids(all).slice(0, found.length));
					expect(asked.length).toBeLessThanOrEqual(200);
				},
			),
			{ numRuns: 500 },
		);
	});
});

describe('a page that comes again and again', () => {
	const same = (rows: JsonObject[], pagination?: JsonObject) => {
		let asked = 0;
		const client = clientOf((): Page => {
			asked++;
			return { rows, pagination };
		});
		return { client, asked: () => asked };
	};

	it('ends the reading, and says that some may be missing', async () => {
		const { client, asked } = same(numbered(SIZE));
		const read = await readRows(client, { endpoint }, source, Infinity);
		expect(ids(read.rows)).toEqual(ids(numbered(SIZE)));
		expect(read.incomplete).toBe('A page brought no new row: rows after it may be missing.');
		expect(asked()).toBe(2);
	});

	it('ends it at the count of pages', async () => {
		const { client, asked } = same(numbered(SIZE), { total: 4 * SIZE, total_pages: 4 });
		const read = await readRows(client, { endpoint }, source, Infinity);
		expect(ids(read.rows)).toEqual(ids(numbered(SIZE)));
		expect(read.incomplete).toMatch(/^Only 5 of 20 rows/);
		expect(asked()).toBeLessThanOrEqual(5);
	});

	it('is not kept twice where nothing tells its rows apart', async () => {
		const keyless: RowSource = { ...source, key: () => undefined };
		const { client } = same([{ a: 1 }, { a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
		const { rows } = await readRows(client, { endpoint }, keyless, Infinity);
		expect(rows.map(({ a }) => a)).toEqual([1, 1, 2, 3, 4]);
	});
});

describe('rows that nothing tells apart', () => {
	it('all come, also those that look the same', async () => {
		const keyless: RowSource = {
			...source,
			key: ({ id }) => (id === undefined ? undefined : String(id)),
		};
		const rows = Array.from({ length: 12 }, (_, index) => ({ a: index % 2 }));
		const { client } = paged(rows, () => ({ total: 12, total_pages: 3 }));
		expect(await readEveryRow(client, { endpoint }, keyless)).toEqual(rows);
	});

	it('come beside others that something tells apart', async () => {
		const keyless: RowSource = {
			...source,
			key: ({ id }) => (id === undefined ? undefined : String(id)),
		};
		const client = clientOf(() => ({ rows: [{ id: 1 }, {}, { id: 1 }, { a: 1 }] }));
		expect(await readEveryRow(client, { endpoint }, keyless)).toEqual([{ id: 1 }, {}, { a: 1 }]);
	});
});

describe('where the rows are', () => {
	it.each<[string, JsonValue, JsonObject[]]>([
		['rows', { rows: [{ id: 1 }] }, [{ id: 1 }]],
		['data.rows', { data: { rows: [{ id: 1 }] } }, [{ id: 1 }]],
		['', [{ id: 1 }, { id: 2 }], [{ id: 1 }, { id: 2 }]],
		['rows', { rows: ['a', null, 7] }, [{ value: 'a' }, { value: null }, { value: 7 }]],
		['rows', { rows: [] }, []],
	])('"%s" of %j', async (name, body, expected) => {
		const keyless: RowSource = { name, key: () => undefined };
		expect(
			await readEveryRow(
				clientOf(() => body),
				{ endpoint },
				keyless,
			),
		).toEqual(expected);
	});

	it.each<[string, JsonValue | undefined]>([
		['rows', {}],
		['rows', { rows: null }],
		['rows', { rows: 'none' }],
		['rows', { rows: { id: 1 } }],
		['rows', { data: { rows: [] } }],
		['rows', [{ id: 1 }]],
		['rows', undefined],
		['', { rows: [] }],
		['', undefined],
	])('a response without them is an error, never no rows: "%s" of %j', async (name, body) => {
		const reading = fetchRows(
			clientOf(() => body),
			{ endpoint },
			{ ...source, name },
			Infinity,
		);
		await expect(reading).rejects.toMatchObject({ kind: 'refused', code: 'no_rows', fatal: false });
	});
});

describe('rows that are paged by a cursor', () => {
	const paging: Paging = {
		kind: 'cursor',
		cursorParameter: 'cursor',
		cursor: 'pagination.next_cursor',
	};
	const byCursor: RowSource = { name: 'rows', paging, key: ({ id }) => String(id) };

	/** Pages of two rows; `last` is the cursor of the last one. */
	async function readAll(wanted: number, last: JsonObject[string], from = byCursor) {
		const asked: unknown[] = [];
		const client = clientOf(({ query }) => {
			asked.push(query);
			const page = Number(query?.cursor ?? 1);
			return {
				rows: [{ id: 2 * page - 1 }, { id: 2 * page }],
				pagination: { next_cursor: page === 3 ? last : page === 1 ? 2 : String(page + 1) },
			};
		});
		const request = { endpoint, query: { list: 7 } };
		const { rows, incomplete } = await readRows(client, request, from, wanted);
		return { rows: ids(rows), incomplete, asked };
	}

	it.each([[undefined], [null], [''], [false]])('end where the cursor is %p', async (last) => {
		const { rows, asked, incomplete } = await readAll(Infinity, last);
		expect(rows).toEqual([1, 2, 3, 4, 5, 6]);
		expect(incomplete).toBeUndefined();
		expect(asked).toEqual([
			{ list: 7, cursor: undefined },
			{ list: 7, cursor: '2' },
			{ list: 7, cursor: '3' },
		]);
	});

	it('are asked for in pages of a size where the API takes one', async () => {
		const sized: RowSource = { ...byCursor, perPage: 2, paging: { ...paging, perPage: 'limit' } };
		const { asked } = await readAll(3, null, sized);
		expect(asked).toEqual([
			{ list: 7, cursor: undefined, limit: 2 },
			{ list: 7, cursor: '2', limit: 2 },
		]);
	});

	it.each([
		[1, 1],
		[2, 1],
		[3, 2],
		[4, 2],
		[5, 3],
	])(
		'are asked for as far as the limit reaches: %d rows in %d requests',
		async (wanted, requests) => {
			const { rows, asked, incomplete } = await readAll(wanted, '');
			expect(rows).toEqual([1, 2, 3, 4, 5, 6].slice(0, wanted));
			expect(asked).toHaveLength(requests);
			expect(incomplete).toBeUndefined();
		},
	);

	it.each<[string, JsonObject[string], number]>([
		['of the page before', '3', 4],
		['of an earlier page', '2', 3],
	])('end at a cursor seen before, and say so: that %s', async (_, last, most) => {
		const { rows, asked, incomplete } = await readAll(Infinity, last);
		expect(rows).toEqual([1, 2, 3, 4, 5, 6]);
		expect(incomplete).toBe('The pages repeat: rows after them may be missing.');
		expect(asked.length).toBeLessThanOrEqual(most);
	});

	it('end at an empty page, and say so where its cursor is new', async () => {
		const client = clientOf(({ query }) => {
			const page = Number(query?.cursor ?? 1);
			return {
				rows: page === 1 ? [{ id: 1 }] : [],
				pagination: { next_cursor: String(page + 1) },
			};
		});
		const read = await readRows(client, { endpoint }, byCursor, Infinity);
		expect(ids(read.rows)).toEqual([1]);
		expect(read.incomplete).toBe('A page brought no new row: rows after it may be missing.');
	});

	it('end when new cursors bring nothing new', async () => {
		let asked = 0;
		const client = clientOf(() => ({
			rows: [{ id: 1 }],
			pagination: { next_cursor: String(++asked) },
		}));
		const read = await readRows(client, { endpoint }, byCursor, Infinity);
		expect(ids(read.rows)).toEqual([1]);
		expect(read.incomplete).toBeDefined();
		expect(asked).toBeLessThan(20);
	});
});

describe('numbered pages of an API that turns to cursors', () => {
	const paging: Paging = {
		kind: 'page',
		page: 'page',
		perPage: 'per_page',
		total: 'pagination.total',
		totalPages: 'pagination.total_pages',
		cursor: 'pagination.next_cursor',
		cursorParameter: 'cursor',
	};

	it('are followed by the cursor', async () => {
		const asked: unknown[] = [];
		const client = clientOf(({ query }) => {
			asked.push(query);
			const page = Number(query?.cursor ?? 1);
			return {
				rows: numbered(SIZE, page * SIZE),
				pagination: { next_cursor: page < 3 ? String(page + 1) : undefined },
			};
		});
		const rows = await readEveryRow(client, { endpoint }, { ...source, paging });
		expect(rows).toHaveLength(3 * SIZE);
		expect(asked).toEqual([
			{ page: 1, per_page: SIZE },
			expect.objectContaining({ cursor: '2' }),
			expect.objectContaining({ cursor: '3' }),
		]);
	});
});

describe('rows that are paged by an offset', () => {
	const paging: Paging = { kind: 'offset', offset: 'skip', limit: 'take', total: 'total' };
	const byOffset: RowSource = { ...source, paging };

	async function readAll(
		count: number,
		wanted: number,
		totalOf: () => JsonValue | undefined,
		cap = Infinity,
	) {
		const asked: unknown[] = [];
		const client = clientOf(({ query }) => {
			asked.push(query);
			const from = Number(query?.skip);
			const to = from + Math.min(cap, Number(query?.take));
			return { rows: numbered(count).slice(from, to), total: totalOf() };
		});
		const { rows, incomplete } = await readRows(client, { endpoint }, byOffset, wanted);
		return { rows: ids(rows), incomplete, asked };
	}

	it.each([0, 1, SIZE, SIZE + 1, 3 * SIZE])('all %d come, by the count', async (count) => {
		const { rows, incomplete, asked } = await readAll(count, Infinity, () => String(count));
		expect(rows).toEqual(ids(numbered(count)));
		expect(incomplete).toBeUndefined();
		expect(asked).toHaveLength(Math.max(1, Math.ceil(count / SIZE)));
	});

	it.each([0, 1, SIZE, SIZE + 1, 3 * SIZE])('all %d come, without a count', async (count) => {
		const { rows, incomplete } = await readAll(count, Infinity, () => undefined);
		expect(rows).toEqual(ids(numbered(count)));
		expect(incomplete).toBeUndefined();
	});

	it('are asked for as far as the limit reaches', async () => {
		const { rows, asked } = await readAll(40, 7, () => 40);
		expect(rows).toEqual(ids(numbered(7)));
		expect(asked).toEqual([
			{ skip: 0, take: SIZE },
			{ skip: SIZE, take: SIZE },
		]);
	});

	it('all come from an API that allows fewer a page, by the count', async () => {
		const { rows } = await readAll(12, Infinity, () => 12, 2);
		expect(rows).toEqual(ids(numbered(12)));
	});

	it('are incomplete where fewer come than are counted', async () => {
		const { incomplete } = await readAll(7, Infinity, () => 40);
		expect(incomplete).toBe('Only 7 of 40 rows could be read; the rest may be missing.');
	});

	it('end where the offset is ignored', async () => {
		const client = clientOf(() => ({ rows: numbered(SIZE), total: 40 }));
		const read = await readRows(client, { endpoint }, byOffset, Infinity);
		expect(read.rows).toHaveLength(SIZE);
		expect(read.incomplete).toBeDefined();
	});
});

describe('many rows', () => {
	it.each<[string, Paging | undefined, number]>([
		['on one page', undefined, 300_000],
		['on pages', undefined, 1_000],
		['by cursor', { kind: 'cursor', cursorParameter: 'page', cursor: 'next' }, 1_000],
		['by offset', { kind: 'offset', offset: 'from', limit: 'per_page' }, 1_000],
	])('come %s without a deep stack', async (_, paging, perPage) => {
		const count = 300_000;
		const client = clientOf(({ query }) => {
			const page =
				query?.from === undefined ? Number(query?.page ?? 1) : Number(query.from) / perPage + 1;
			const from = (page - 1) * perPage;
			return {
				rows: numbered(Math.max(0, Math.min(perPage, count - from)), from),
				next: from + perPage < count ? String(page + 1) : null,
				...(paging === undefined && {
					pagination: { total: count, total_pages: Math.ceil(count / perPage) },
				}),
			};
		});
		const big: RowSource = { ...source, perPage, paging };
		expect(await readEveryRow(client, { endpoint }, big)).toHaveLength(count);
	});
});

describe('pages that name the next one and say whether there is one', () => {
	const paging: Paging = {
		kind: 'cursor',
		cursor: ['next', 'data.next'],
		cursorParameter: 'after',
		first: '0',
		more: ['more', 'data.more'],
	};
	const places: RowSource = { ...source, name: ['rows', 'data.rows'], paging };
	const read = async (pages: Record<string, JsonObject>) => {
		const asked: unknown[] = [];
		const client = clientOf(({ query }) => {
			asked.push(query?.after);
			return pages[String(query?.after)];
		});
		const { rows, incomplete } = await readRows(client, { endpoint }, places, Infinity);
		return { asked, ids: ids(rows), incomplete };
	};

	it('begin where the first cursor says, and end where it says so', async () => {
		const pages = {
			'0': { rows: [{ id: 1 }], next: 7, more: true },
			'7': { data: { rows: [{ id: 2 }], next: 'c', more: true } },
			c: { rows: [{ id: 3 }], next: 'd', more: false },
		};
		expect(await read(pages)).toEqual({ asked: ['0', '7', 'c'], ids: [1, 2, 3] });
	});

	it.each<[JsonObject, RegExp | undefined]>([
		[{ more: false, next: 9 }, undefined],
		[{}, undefined],
		[{ next: null }, undefined],
		[{ next: 9 }, /does not say whether/],
		[{ more: 'true', next: 9 }, /does not say whether/],
		[{ more: true }, /but not which/],
		[{ more: true, next: null }, /but not which/],
		[{ more: true, next: 0 }, /pages repeat/],
	])('end at %j', async (end, hint) => {
		const { asked, incomplete } = await read({ '0': { rows: [{ id: 1 }], ...end } });
		expect(asked).toEqual(['0']);
		if (hint === undefined) expect(incomplete).toBeUndefined();
		else expect(incomplete).toMatch(hint);
	});

	it('end at an empty page that leads on', async () => {
		const { asked, incomplete } = await read({
			'0': { rows: [{ id: 1 }], next: 1, more: true },
			'1': { rows: [], next: 2, more: true },
		});
		expect(asked).toEqual(['0', '1']);
		expect(incomplete).toMatch(/no new row/);
	});
});

describe('numbered pages of an API that may know none', () => {
	const paging: Paging = { kind: 'number', page: 'page', total: 'total' };
	const read = async (pageOf: (page: number) => JsonObject, wanted = Infinity) => {
		const asked: unknown[] = [];
		const client = clientOf(({ query }) => {
			asked.push(query?.page);
			return pageOf(Number(query?.page ?? 1));
		});
		const places = { ...source, perPage: undefined, paging };
		const { rows, incomplete } = await readRows(client, { endpoint }, places, wanted);
		return { asked, ids: ids(rows), incomplete };
	};
	const rowsOf = (...numbers: number[]) => ({ rows: numbers.map((id) => ({ id })) });

	it('end at an empty one', async () => {
		const pages = [rowsOf(1, 2), rowsOf(3), rowsOf()];
		expect(await read((page) => pages[page - 1])).toEqual({
			asked: [undefined, 2, 3],
			ids: [1, 2, 3],
		});
	});

	it('end where they begin again, also after a row that came meanwhile', async () => {
		const pages = [rowsOf(5, 6), rowsOf(4, 5)];
		const { ids: found, incomplete } = await read((page) => pages[page - 1]);
		expect(found).toEqual([5, 6]);
		expect(incomplete).toMatch(/first page again/);
	});

	it.each([
		[2, undefined],
		[5, /Only 2 of 5 rows/],
	])('that begin again are all there is where the API counts %i', async (total, hint) => {
		const { ids: found, incomplete } = await read(() => ({ ...rowsOf(1, 2), total }));
		expect(found).toEqual([1, 2]);
		if (hint === undefined) expect(incomplete).toBeUndefined();
		else expect(incomplete).toMatch(hint);
	});

	it('end where enough was read', async () => {
		expect((await read((page) => rowsOf(2 * page, 2 * page + 1), 3)).asked).toEqual([undefined, 2]);
	});
});

it('rows that nobody asked for are left out, and count as read', async () => {
	const paging: Paging = { kind: 'cursor', cursor: 'next', cursorParameter: 'after' };
	const pages: Record<string, JsonObject> = {
		undefined: { rows: [{ id: 1 }, { id: 2 }], next: 'b' },
		b: { rows: [{ id: 3 }], next: 'c' },
		c: { rows: [{ id: 4 }] },
	};
	const client = clientOf(({ query }) => pages[String(query?.after)]);
	const even: RowSource = { ...source, paging, isAsked: ({ id }) => Number(id) % 2 === 0 };
	const { rows, incomplete } = await readRows(client, { endpoint }, even, Infinity);
	expect(ids(rows)).toEqual([2, 4]);
	expect(incomplete).toBeUndefined();
});
