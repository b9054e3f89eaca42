import type { ApiRequest, JsonObject, JsonValue } from '../../http/endpoint';
import type { ByCursor, ByNumber, ByOffset, ByPage } from '../../http/paging';
import { RequestError } from '../../http/requestError';
import type { Client } from '../run/operation';
import {
	afterPage,
	countIn,
	cursorIn,
	finite,
	NOTHING_NEW,
	pageFetcher,
	pagesToRead,
	rowsIn,
	type FetchPage,
	type Query,
	type RowSource,
} from './page';

export type { RowSource } from './page';

/** Pages under way at the same time. */
const CONCURRENCY = 8;
/** Steps back that every read may take, however short; a longer one may take one for each page. */
const STEPS_BACK = 10;

/** Rows that were read. */
export interface Rows {
	/** In the API's order. */
	rows: JsonObject[];
	/** Why some may be missing, in a sentence; nothing where all are there. */
	incomplete?: string;
}

/** Told after each page: rows so far, and how many there will be where the API says so. */
type Tell = (read: number, total?: number) => void;

/**
 * Rows in the API's order, each once, up to `wanted`. Ends at an empty page, at the counts, at a page
 * without a new row or at a cursor seen before; a full page without counts leads to the next one.
 *
 * @throws RequestError, `rows_kept_changing` when rows vanish faster than they can be read,
 *   `no_rows` where the response has no such list
 */
export async function readRows(
	client: Client,
	request: ApiRequest,
	source: RowSource,
	wanted: number,
	tell: Tell = () => {},
): Promise<Rows> {
	const paging = source.paging ?? client.profile.paging;
	const { profile } = client;
	const collected = new Collected(source, profile.name, (read, total) =>
		tell(Math.min(read, wanted), total && Math.min(total, wanted)),
	);
	let complaint: string | undefined;
	const fetchPage = pageFetcher(client, request, (text) => (complaint ??= text));
	const size = Math.min(source.perPage ?? Infinity, wanted);
	let incomplete: string | undefined;
	if (paging.kind === 'cursor') {
		const perPage = paging.perPage === undefined ? {} : { [paging.perPage]: finite(size) };
		incomplete = await followCursor(fetchPage, collected, wanted, paging, perPage, paging.first);
	} else if (paging.kind === 'offset') {
		incomplete = await readOffsets(fetchPage, collected, wanted, paging, size);
	} else if (paging.kind === 'number') {
		incomplete = await readNumbers(fetchPage, collected, wanted, paging);
	} else {
		incomplete = await readPages(fetchPage, collected, wanted, paging, size);
	}
	incomplete ??= complaint;
	return { rows: collected.first(wanted), ...(incomplete !== undefined && { incomplete }) };
}

/** The rows alone, for people: some that may be missing are no reason to show none. @throws RequestError */
export async function fetchRows(
	client: Client,
	request: ApiRequest,
	source: RowSource,
	wanted: number,
): Promise<JsonObject[]> {
	return (await readRows(client, request, source, wanted)).rows;
}

/** All rows, for what must not overlook one. @throws RequestError, `rows_incomplete` if some may be missing */
export async function readEveryRow(
	client: Client,
	request: ApiRequest,
	source: RowSource,
): Promise<JsonObject[]> {
	const { rows, incomplete } = await readRows(client, request, source, Infinity);
	if (incomplete === undefined) return rows;
	throw new RequestError(incomplete, { kind: 'refused', code: 'rows_incomplete' });
}

/** Rows that were read, each once. */
class Collected {
	private readonly rows: JsonObject[] = [];
	private readonly keys = new Set<string>();
	private lastPage: string | undefined;

	constructor(
		private readonly source: RowSource,
		private readonly apiName: string,
		private readonly tell: Tell,
	) {}

	get size(): number {
		return this.rows.length;
	}

	/** @returns how many rows the page has, and how many of them are new */
	add(body: JsonValue | undefined, total: number | undefined): { found: number; fresh: number } {
		const page = rowsIn(body, this.source.name, this.apiName);
		let keyless = 0;
		const unknown: JsonObject[] = [];
		for (const row of page) {
			const key = this.source.key(row);
			if (key === undefined) keyless++;
			else if (this.keys.has(key)) continue;
			else this.keys.add(key);
			unknown.push(row);
		}
		// Rows that nothing tells apart are new unless the whole page is the one before.
		const text = keyless > 0 ? JSON.stringify(page) : undefined;
		const fresh = text === undefined || text !== this.lastPage ? unknown : [];
		for (const row of fresh) if (this.source.isAsked?.(row) !== false) this.rows.push(row);
		this.lastPage = text;
		this.tell(this.size, total);
		return { found: page.length, fresh: fresh.length };
	}

	/** What the first row of a page is known by, and whether a page has such a row. */
	firstKey(body: JsonValue | undefined): string | undefined {
		const [row] = rowsIn(body, this.source.name, this.apiName);
		return row && this.source.key(row);
	}

	has(body: JsonValue | undefined, key: string): boolean {
		return rowsIn(body, this.source.name, this.apiName).some((row) => this.source.key(row) === key);
	}

	first(count: number): JsonObject[] {
		return this.rows.length <= count ? this.rows : this.rows.slice(0, count);
	}
}

async function followCursor(
	fetchPage: FetchPage,
	collected: Collected,
	wanted: number,
	names: Pick<ByCursor, 'cursor' | 'cursorParameter' | 'more'>,
	query: Query,
	from?: string,
): Promise<string | undefined> {
	const seen = new Set<string>();
	let cursor = from;
	for (;;) {
		const body = await fetchPage({ ...query, [names.cursorParameter]: cursor });
		const { fresh } = collected.add(body, undefined);
		if (cursor !== undefined) seen.add(cursor);
		const { next, incomplete } = afterPage(body, names, seen);
		if (collected.size >= wanted) return undefined;
		if (next === undefined) return incomplete;
		if (fresh === 0) return NOTHING_NEW;
		cursor = next;
	}
}

/** One after the other; a page that begins the list again comes from an API that knows no pages. */
async function readNumbers(
	fetchPage: FetchPage,
	collected: Collected,
	wanted: number,
	{ page: parameter, total: totalName }: ByNumber,
): Promise<string | undefined> {
	let read = 0;
	let first: string | undefined;
	for (let page = 1; ; page++) {
		const body = await fetchPage(page === 1 ? {} : { [parameter]: page });
		const total = totalName === undefined ? undefined : countIn(body, totalName);
		if (page === 1) first = collected.firstKey(body);
		else if (first !== undefined && collected.has(body, first)) {
			return missing(read, total) ?? (total === undefined ? NO_PAGES : undefined);
		}
		const { found, fresh } = collected.add(body, total);
		read += fresh;
		if (collected.size >= wanted) return undefined;
		if (found === 0 || read >= (total ?? Infinity)) return missing(read, total);
		if (fresh === 0) return NOTHING_NEW;
	}
}

async function readOffsets(
	fetchPage: FetchPage,
	collected: Collected,
	wanted: number,
	{ offset, limit, total: totalName }: ByOffset,
	size: number,
): Promise<string | undefined> {
	for (let read = 0; ; ) {
		const body = await fetchPage({ [offset]: read, [limit]: finite(size) });
		const total = totalName === undefined ? undefined : countIn(body, totalName);
		const { found, fresh } = collected.add(body, total);
		read += found;
		if (collected.size >= wanted) return undefined;
		const isLast = total === undefined ? found < size : read >= total;
		if (found === 0 || isLast) return missing(collected.size, total);
		if (fresh === 0) return NOTHING_NEW;
	}
}

/**
 * The first page tells how many there are; the rest come side by side and are looked at in order.
 *
 * Rows may come and go meanwhile. Those that come move the others to later pages, where the
 * collection knows them again. Those that go move the others to earlier pages, which were read
 * already: where the total has dropped by n, the last n rows of what was read are read once more.
 * That finds everything unless as many rows go before a place as come after it in the moment
 * between two neighbouring pages.
 */
async function readPages(
	fetchPage: FetchPage,
	collected: Collected,
	wanted: number,
	names: ByPage,
	size: number,
): Promise<string | undefined> {
	const ahead = new Map<number, Promise<JsonValue | undefined>>();
	const ask = (page: number): Promise<JsonValue | undefined> => {
		const query = { [names.page]: page, [names.perPage]: finite(size) };
		const response = ahead.get(page) ?? fetchPage(query);
		ahead.set(page, response);
		// Whoever waits for it is told; a page that is not wanted any more may fail.
		response.catch(() => undefined);
		return response;
	};

	let pageCount = 1; // pages to read, as far as that is known
	let read = 0; // pages from the first on
	let total: number | undefined; // rows there were when the last of them was read
	let step = size; // rows of a page that is not the last one
	let stepsBack = 0;
	while (read < pageCount && collected.size < wanted) {
		const needed = read + Math.ceil((wanted - collected.size) / step);
		const last = Math.min(pageCount, needed, read + CONCURRENCY);
		for (let page = read + 1; page <= last; page++) void ask(page);
		const body = await ask(read + 1);
		ahead.delete(read + 1);

		const now = countIn(body, names.total);
		const gone = Math.max(0, (total ?? 0) - (now ?? total ?? 0));
		if (read > 0 && gone > 0) {
			if (++stepsBack > Math.max(STEPS_BACK, read)) throw keptChanging();
			ahead.clear();
			read = Math.max(0, Math.floor((read * step - gone) / step));
			total = now;
			continue;
		}
		const { found, fresh } = collected.add(body, now);
		total = now ?? total;
		read++;
		// The API may allow fewer rows a page than were asked for.
		if (read === 1 && found > 0 && found < (total ?? 0)) step = Math.min(size, found);

		const cursor = names.cursor === undefined ? undefined : cursorIn(body, names.cursor);
		if (read === 1 && cursor !== undefined && names.cursorParameter !== undefined) {
			const byCursor = { cursor: names.cursor!, cursorParameter: names.cursorParameter };
			if (collected.size >= wanted) return undefined;
			return await followCursor(fetchPage, collected, wanted, byCursor, {}, cursor);
		}
		pageCount = pagesToRead(body, names, { read, step, found, total });
		if (read >= pageCount || collected.size >= wanted) break;
		if (found === 0) return missing(collected.size, total);
		const isCounted = (countIn(body, names.totalPages) ?? 0) >= read;
		if (fresh === 0 && !isCounted) return missing(collected.size, total) ?? NOTHING_NEW;
	}
	return collected.size >= wanted ? undefined : missing(collected.size, total);
}

const NO_PAGES =
	'The API returned the first page again: rows after it, if there are any, are missing.';

/** What may be missing where the API counts more rows than were read. */
function missing(read: number, total: number | undefined): string | undefined {
	if (total === undefined || read >= total) return undefined;
	const of = Number.isFinite(total) ? ` of ${total.toLocaleString('en')}` : '';
	return `Only ${read.toLocaleString('en')}${of} rows could be read; the rest may be missing.`;
}

function keptChanging(): RequestError {
	const error = new RequestError('Rows vanished faster than they could be read', {
		kind: 'refused',
		code: 'rows_kept_changing',
	});
	error.harmlessToRepeat = true;
	return error;
}
