import type { ApiRequest, JsonObject, JsonValue } from '../../http/endpoint';
import type { Paging } from '../../http/paging';
import type { Client } from '../run/operation';
import {
	afterPage,
	countIn,
	cursorIn,
	finite,
	pageFetcher,
	pagesToRead,
	rowsIn,
	type Query,
	type RowSource,
} from './page';

/** One page of rows. */
export interface Page {
	rows: JsonObject[];
	/** What leads to the page after it, if there is one. */
	next?: string;
}

/**
 * One page of rows, for people who scroll. Whether another one follows is decided as in `readRows`.
 *
 * @param from `next` of the page before; the first page without
 * @throws RequestError, `no_rows` where the response has no such list
 */
export async function readPage(
	client: Client,
	request: ApiRequest,
	source: RowSource,
	from?: string,
): Promise<Page> {
	const { profile } = client;
	const paging = source.paging ?? profile.paging;
	const query = from === undefined ? firstQuery(paging, source) : (JSON.parse(from) as Query);
	const body = await pageFetcher(client, request)(query);
	const rows = rowsIn(body, source.name, profile.name);
	const next = rows.length === 0 ? undefined : nextQuery(paging, query, body, rows.length);
	return { rows, next: next && JSON.stringify(next) };
}

function firstQuery(paging: Paging, { perPage = Infinity }: RowSource): Query {
	const size = finite(perPage);
	if (paging.kind === 'cursor') {
		const { cursorParameter, first, perPage: sizeParameter } = paging;
		return {
			...(first !== undefined && { [cursorParameter]: first }),
			...(sizeParameter !== undefined && { [sizeParameter]: size }),
		};
	}
	if (paging.kind === 'number') return {};
	if (paging.kind === 'offset') return { [paging.offset]: 0, [paging.limit]: size };
	return { [paging.page]: 1, [paging.perPage]: size };
}

/** The query of the page after one that has rows; nothing after the last one. */
function nextQuery(
	paging: Paging,
	query: Query,
	body: JsonValue | undefined,
	found: number,
): Query | undefined {
	// Nobody knows whether there is a second page.
	if (paging.kind === 'number') return undefined;
	if (paging.kind === 'cursor') {
		const { [paging.cursorParameter]: before, ...rest } = query;
		const seen = new Set(before === undefined ? [] : [String(before)]);
		const { next } = afterPage(body, paging, seen);
		return next === undefined ? undefined : { ...rest, [paging.cursorParameter]: next };
	}
	const { cursor: cursorName, cursorParameter } = paging.kind === 'offset' ? {} : paging;
	if (cursorName !== undefined && cursorParameter !== undefined) {
		const { [cursorParameter]: before } = query;
		const cursor = cursorIn(body, cursorName);
		if (cursor !== undefined && cursor !== before) return { [cursorParameter]: cursor };
		if (before !== undefined) return undefined;
	}
	const total = paging.total === undefined ? undefined : countIn(body, paging.total);
	if (paging.kind === 'offset') {
		const read = Number(query[paging.offset]) + found;
		const size = Number(query[paging.limit] ?? Infinity);
		const isLast = total === undefined ? found < size : read >= total;
		return isLast ? undefined : { ...query, [paging.offset]: read };
	}
	const page = Number(query[paging.page]);
	const size = Number(query[paging.perPage] ?? Infinity);
	// The API may allow fewer rows a page than were asked for; the first page shows how many.
	const step = page === 1 && found < (total ?? 0) ? Math.min(size, found) : size;
	if (pagesToRead(body, paging, { read: page, step, found, total }) <= page) return undefined;
	return { ...query, [paging.page]: page + 1, [paging.perPage]: finite(step) };
}
