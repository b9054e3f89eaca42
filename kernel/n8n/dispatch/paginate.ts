import type { ApiRequest, JsonObject } from '../../http/endpoint';
import { RequestError } from '../../http/requestError';
import type { Client } from '../run/client';

/** Pages under way at once. */
const CONCURRENCY = 8;
/** Steps back that every read may take, however short; a longer one may take one for each page. */
const STEPS_BACK = 10;

/** Where an endpoint's answer keeps its rows, and how it is paged. */
export interface RowSource {
	/** Name of the array in the answer. */
	name: string;
	/** Rows of one page at most; `undefined` where the endpoint takes no page numbers. */
	perPage?: number;
	/** What makes a row the same row on a later page, so that rows that shift are not doubled. */
	key(row: JsonObject): string;
}

type FetchPage = (query: NonNullable<ApiRequest['query']>) => Promise<JsonObject>;

/** Told after each page: rows so far, and how many there will be where the API says so. */
type Tell = (read: number, total?: number) => void;

/**
 * Rows in the API's order, each once, up to `wanted`.
 *
 * @throws RequestError, `rows_kept_changing` when rows vanish faster than they can be read
 */
export async function fetchRows(
	client: Client,
	request: ApiRequest,
	rows: RowSource,
	wanted: number,
	tell: Tell = () => {},
): Promise<JsonObject[]> {
	const collected = new Collection(rows, (read, total) => {
		tell(Math.min(read, wanted), total && Math.min(total, wanted));
	});
	const fetchPage: FetchPage = async (query) =>
		await client.send({ ...request, query: { ...request.query, ...query } });
	if (rows.perPage === undefined) await followCursor(fetchPage, collected, wanted);
	else await readPages(fetchPage, collected, Math.min(rows.perPage, wanted), wanted);
	return collected.first(wanted);
}

/** Rows that were read, each once. */
class Collection {
	private readonly byKey = new Map<string, JsonObject>();

	constructor(
		private readonly source: RowSource,
		private readonly tell: Tell,
	) {}

	get size(): number {
		return this.byKey.size;
	}

	add(answer: JsonObject): void {
		const rows = answer[this.source.name];
		if (!Array.isArray(rows)) return;
		for (const row of rows as JsonObject[]) {
			const key = this.source.key(row);
			if (!this.byKey.has(key)) this.byKey.set(key, row);
		}
		this.tell(this.size, numberIn(answer, 'total'));
	}

	first(count: number): JsonObject[] {
		return [...this.byKey.values()].slice(0, count);
	}
}

async function followCursor(fetchPage: FetchPage, collected: Collection, wanted: number) {
	let cursor: string | undefined;
	do {
		const answer = await fetchPage({ cursor });
		collected.add(answer);
		cursor = cursorIn(answer);
	} while (cursor !== undefined && collected.size < wanted);
}

/**
 * The first page tells how many there are; the rest come side by side and are looked at in order.
 *
 * Rows may come and go meanwhile. Those that come move the others to later pages, where the
 * collection knows them again. Those that go move the others to earlier pages, which were read
 * already: where `total` has dropped by n, the last n rows of what was read are read once more.
 * That finds everything unless as many rows go before a place as come behind it in the moment
 * between two neighbouring pages.
 */
async function readPages(
	fetchPage: FetchPage,
	collected: Collection,
	size: number,
	wanted: number,
): Promise<void> {
	const ahead = new Map<number, Promise<JsonObject>>();
	const ask = (page: number): Promise<JsonObject> => {
		const answer = ahead.get(page) ?? fetchPage({ page, per_page: size });
		ahead.set(page, answer);
		// Whoever waits for it is told; a page that is not wanted any more may fail.
		answer.catch(() => undefined);
		return answer;
	};

	let pageCount = 1;
	let read = 0; // pages from the first on
	let total = 0; // rows there were when the last of them was read
	let stepsBack = 0;
	while (read < pageCount && collected.size < wanted) {
		const needed = read + Math.ceil((wanted - collected.size) / size);
		const last = Math.min(pageCount, needed, read + CONCURRENCY);
		for (let page = read + 1; page <= last; page++) void ask(page);
		const answer = await ask(read + 1);
		ahead.delete(read + 1);

		pageCount = numberIn(answer, 'total_pages') ?? 1;
		const now = numberIn(answer, 'total') ?? total;
		const gone = Math.max(0, total - now);
		if (read > 0 && gone > 0) {
			if (++stepsBack > Math.max(STEPS_BACK, read)) throw keptChanging();
			ahead.clear();
			read = Math.max(0, Math.floor((read * size - gone) / size));
			total = now;
			continue;
		}
		collected.add(answer);
		total = now;
		read++;
	}
}

function keptChanging(): RequestError {
	const failure = new RequestError('Rows vanished faster than they could be read', {
		kind: 'refused',
		code: 'rows_kept_changing',
	});
	failure.harmlessToRepeat = true;
	return failure;
}

/** A number of the contract's Pagination, which an answer may leave out. */
function numberIn(answer: JsonObject, name: string): number | undefined {
	const value = paginationOf(answer)[name];
	return typeof value === 'number' ? value : undefined;
}

function cursorIn(answer: JsonObject): string | undefined {
	const cursor = paginationOf(answer).next_cursor;
	return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}

function paginationOf(answer: JsonObject): JsonObject {
	return (answer.pagination ?? {}) as JsonObject;
}
