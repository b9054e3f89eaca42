import fc from 'fast-check';

import type { ApiRequest, Endpoint, JsonObject } from '../../../../../kernel/http/endpoint';
import { fetchRows, type RowSource } from '../../../../../kernel/n8n/dispatch/paginate';

const endpoint = {
	operationId: 'list',
	method: 'GET',
	path: '/rows',
	idempotent: true,
} as Endpoint;
const SIZE = 5;
const source: RowSource = { name: 'rows', perPage: SIZE, key: ({ id }) => String(id) };
const ids = (rows: readonly JsonObject[]) => rows.map(({ id }) => id as number);

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

	async send({ query }: ApiRequest): Promise<JsonObject> {
		await this.turn();
		const page = Number(query?.page);
		const size = Number(query?.per_page);
		this.requests.push(page);
		const answer = {
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
		return answer;
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
			const rows = await fetchRows(server, { endpoint }, source, Infinity);
			expect(ids(rows)).toEqual(server.rows);
			const pages = Math.max(1, Math.ceil(count / SIZE));
			expect(server.requests).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
		},
	);

	it('are asked for as far as the limit reaches', async () => {
		const server = new MovingServer(100, [], 1, asTheyCome);
		const rows = await fetchRows(server, { endpoint }, source, 12);
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
			const send = async (request: ApiRequest) => {
				await turn();
				return await server.send(request);
			};
			await fetchRows({ send }, { endpoint }, source, wanted);
			return most;
		};
		expect(await rows(20 * SIZE, Infinity)).toBe(8);
		// Two pages are enough behind the first one.
		expect(await rows(20 * SIZE, 3 * SIZE)).toBe(2);
	});

	it('are none where the answer has none', async () => {
		for (const rows of [undefined, null, 'none']) {
			const send = async () => await Promise.resolve({ rows });
			expect(await fetchRows({ send }, { endpoint }, source, Infinity)).toEqual([]);
		}
	});

	it('come from an answer that does not say how many there are', async () => {
		const send = async () => await Promise.resolve({ rows: [{ id: 1 }, { id: 1 }, { id: 2 }] });
		const tell = jest.fn();
		expect(ids(await fetchRows({ send }, { endpoint }, source, Infinity, tell))).toEqual([1, 2]);
		expect(tell.mock.calls).toEqual([[2, undefined]]);
	});

	it('are counted page by page, up to the limit', async () => {
		const tell = jest.fn();
		await fetchRows(new MovingServer(100, [], 1, asTheyCome), { endpoint }, source, 12, tell);
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
				const reading = fetchRows(server, { endpoint }, source, Infinity);
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
		const rows = await fetchRows(server, { endpoint }, source, Infinity);
		expect(ids(rows)).toEqual(expect.arrayContaining([...server.stayed]));
		expect(server.requests).toEqual([1, 2, 3, 4]);
	});

	it('takes one more request where a row went', async () => {
		const server = new MovingServer(3 * SIZE, [{ kind: 'go', place: 0, count: 1 }], 1, asTheyCome);
		const rows = await fetchRows(server, { endpoint }, source, Infinity);
		expect(ids(rows)).toHaveLength(3 * SIZE);
		expect(server.requests[0]).toBe(1);
		expect(server.requests.length).toBeLessThan(8);
	});

	it('fails rather than giving a part when they vanish faster than they can be read', async () => {
		let total = 1_000_000;
		const send = async ({ query }: ApiRequest) =>
			await Promise.resolve({
				rows: [{ id: Number(query?.page) }],
				pagination: { total: (total -= 20), total_pages: total / SIZE },
			});
		await expect(fetchRows({ send }, { endpoint }, source, Infinity)).rejects.toMatchObject({
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
		const send = async ({ query }: ApiRequest) => {
			asked.push(Number(query?.page));
			// They went when three pages had been answered.
			const total = asked.indexOf(4) < 0 || Number(query?.page) < 4 ? 25 : 25 - gone;
			const isRead = asked.length > 5;
			return await Promise.resolve({
				rows: [{ id: Number(query?.page) }],
				pagination: { total: isRead ? 25 - gone : total, total_pages: 5 },
			});
		};
		await fetchRows({ send }, { endpoint }, source, Infinity);
		expect(asked).toEqual([1, 2, 3, 4, 5, ...again]);
	});
});

describe('rows that are paged by a cursor', () => {
	const byCursor: RowSource = { name: 'rows', key: ({ id }) => String(id) };

	/** Pages of two rows; `last` is the cursor of the last one. */
	async function readAll(wanted: number, last: JsonObject[string]) {
		const asked: unknown[] = [];
		const send = async ({ query }: ApiRequest) => {
			asked.push(query);
			const page = Number(query?.cursor ?? 1);
			const next = page === 3 ? last : String(page + 1);
			return await Promise.resolve({
				rows: [{ id: 2 * page - 1 }, { id: 2 * page }],
				pagination: { next_cursor: next },
			});
		};
		const request = { endpoint, query: { list: 7 } };
		return { rows: ids(await fetchRows({ send }, request, byCursor, wanted)), asked };
	}

	it.each([[undefined], [null], ['']])('end where the cursor is %p', async (last) => {
		const { rows, asked } = await readAll(Infinity, last);
		expect(rows).toEqual([1, 2, 3, 4, 5, 6]);
		expect(asked).toEqual([
			{ list: 7, cursor: undefined },
			{ list: 7, cursor: '2' },
			{ list: 7, cursor: '3' },
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
			const { rows, asked } = await readAll(wanted, '');
			expect(rows).toEqual([1, 2, 3, 4, 5, 6].slice(0, wanted));
			expect(asked).toHaveLength(requests);
		},
	);
});
