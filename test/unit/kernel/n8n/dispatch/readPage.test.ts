import type { ApiResponse } from '../../../../../kernel/http/apiResponse';
import type { Endpoint, JsonValue } from '../../../../../kernel/http/endpoint';
import type { Paging } from '../../../../../kernel/http/paging';
import { readPage } from '../../../../../kernel/n8n/dispatch/readPage';
import type { Client } from '../../../../../kernel/n8n/run/operation';
import { profile } from '../standIn';

const endpoint = {
	operationId: 'list',
	method: 'GET',
	path: '/rows',
	idempotent: true,
} as Endpoint;
const SIZE = 5;
const BY_PAGE: Paging = {
	kind: 'page',
	page: 'page',
	perPage: 'per_page',
	total: 'pagination.total',
	totalPages: 'pagination.total_pages',
	cursor: 'pagination.next',
	cursorParameter: 'cursor',
};
const BY_CURSOR: Paging = { kind: 'cursor', cursor: 'pagination.next', cursorParameter: 'cursor' };
const BY_OFFSET: Paging = { kind: 'offset', offset: 'from', limit: 'count' };

type Asked = Record<string, unknown>;

/** All pages, one after the other, by what each says of the next; ten at most. */
async function scroll(paging: Paging, answer: (query: Asked) => JsonValue) {
	const asked: Asked[] = [];
	const client = {
		profile,
		request: async ({ query }): Promise<ApiResponse> => {
			asked.push(JSON.parse(JSON.stringify(query)) as Asked);
			return { status: 200, body: answer(query as Asked) };
		},
	} as Pick<Client, 'profile' | 'request'> as Client;
	const source = { name: 'rows', perPage: SIZE, paging, key: () => undefined };
	const ids: unknown[] = [];
	let next: string | undefined;
	do {
		const page = await readPage(client, { endpoint }, source, next);
		ids.push(...page.rows.map(({ id }) => id));
		({ next } = page);
	} while (next !== undefined && asked.length < 10);
	return { asked, ids };
}

const all = Array.from({ length: 12 }, (_, id) => ({ id }));
const pageOf = (query: Asked, size = SIZE) =>
	all.slice((Number(query.page) - 1) * size, Number(query.page) * size);

describe('one page after the other', () => {
	it.each<[string, (query: Asked) => JsonValue, number]>([
		['counts of pages', () => ({ total_pages: 3 }), 3],
		['counts of rows', () => ({ total: 12 }), 3],
		['counts as text', () => ({ total_pages: '3', total: '12' }), 3],
		['no counts: on while pages are full', () => ({}), 3],
		['a count that cannot be right', () => ({ total_pages: 0 }), 3],
	])('all rows come with %s', async (_, pagination, pages) => {
		const { asked, ids } = await scroll(BY_PAGE, (query) => ({
			rows: pageOf(query),
			pagination: pagination(query),
		}));
		expect(ids).toEqual(all.map(({ id }) => id));
		expect(asked).toHaveLength(pages);
	});

	it('all rows come where the API allows fewer a page than were asked for', async () => {
		const { asked, ids } = await scroll(BY_PAGE, (query) => ({
			rows: pageOf(query, 4),
			pagination: { total: 12 },
		}));
		expect(ids).toEqual(all.map(({ id }) => id));
		expect(asked).toHaveLength(3);
	});

	it.each([
		['where pages are named', BY_CURSOR],
		['where the API names them instead of numbering them', BY_PAGE],
	])('all rows come %s', async (_, paging) => {
		const { ids } = await scroll(paging, ({ cursor = '0' }) => {
			const from = Number(cursor);
			const rest = from + SIZE < all.length ? { next: String(from + SIZE) } : {};
			return { rows: all.slice(from, from + SIZE), pagination: rest };
		});
		expect(ids).toEqual(all.map(({ id }) => id));
	});

	it('all rows come from a place on', async () => {
		const { ids } = await scroll(BY_OFFSET, ({ from, count }) => ({
			rows: all.slice(Number(from), Number(from) + Number(count)),
		}));
		expect(ids).toEqual(all.map(({ id }) => id));
	});

	it.each([BY_PAGE, BY_CURSOR, BY_OFFSET])('ends at an empty page: $kind', async (paging) => {
		const { asked } = await scroll(paging, () => ({
			rows: [],
			pagination: { total: 12, total_pages: 3, next: 'x' },
		}));
		expect(asked).toHaveLength(1);
	});

	it('ends at a cursor that names the page itself', async () => {
		const { asked } = await scroll(BY_CURSOR, () => ({ rows: all, pagination: { next: 'x' } }));
		expect(asked).toHaveLength(2);
	});
});
