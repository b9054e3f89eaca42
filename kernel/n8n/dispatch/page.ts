import { readCount } from '../../http/count';
import {
	isJsonObject,
	type ApiRequest,
	type JsonObject,
	type JsonValue,
} from '../../http/endpoint';
import type { ByCursor, ByPage, Paging, Place } from '../../http/paging';
import { RequestError } from '../../http/requestError';
import { judge } from '../../http/response';
import { listAt, valueAt } from '../../http/valueAt';
import type { Client } from '../run/operation';

/** Where an endpoint's response keeps its rows, and how it is paged. */
export interface RowSource {
	/** Where the list lies in the response. */
	name: Place;
	/** Rows of one page at most; `undefined` where the endpoint takes no such number. */
	perPage?: number;
	/** How pages follow each other, where that is not the API's usual way. */
	paging?: Paging;
	/**
	 * What makes a row the same row on a later page, so that rows that shift are not doubled;
	 * `undefined` for a row that nothing tells apart.
	 */
	key(row: JsonObject): string | undefined;
	/** Whether a row is one that was asked for, where the API may overlook the query that says so. */
	isAsked?(row: JsonObject): boolean;
}

export type Query = NonNullable<ApiRequest['query']>;
export type FetchPage = (query: Query) => Promise<JsonValue | undefined>;

/** How to get the body of a page. @param complain told, in a sentence, what a response says beside its rows */
export function pageFetcher(
	client: Client,
	request: ApiRequest,
	complain: (text: string) => void = () => {},
): FetchPage {
	const { profile } = client;
	return async (query) => {
		const response = await client.request({ ...request, query: { ...request.query, ...query } });
		const refusal = judge(response, profile, true, () => false);
		if (refusal === undefined) return response.body;
		if (isJsonObject(response.body) && profile.saysNo(response.body)) throw refusal;
		complain(`${profile.name} says of the rows: ${refusal.message}`);
		return response.body;
	};
}

/** Why rows may be missing after a page that only holds known ones. */
export const NOTHING_NEW = 'A page brought no new row: rows after it may be missing.';

/** The rows of a page. @throws RequestError `no_rows` */
export function rowsIn(body: JsonValue | undefined, name: Place, apiName: string): JsonObject[] {
	const list = listAt(body, name);
	if (list !== undefined) return list.map((row) => (isJsonObject(row) ? row : { value: row }));
	const where = name === '' ? 'is not a list' : `has no list "${[name].flat()[0]}"`;
	throw new RequestError(`The response of ${apiName} ${where}`, {
		kind: 'refused',
		code: 'no_rows',
	});
}

/** Pages there are by the counts, or one more where counts are missing or cannot be right. */
export function pagesToRead(
	body: JsonValue | undefined,
	names: ByPage,
	{ read, step, found, total }: { read: number; step: number; found: number; total?: number },
): number {
	const counted = countIn(body, names.totalPages);
	if (counted !== undefined && counted > read) return counted;
	const isFull = found >= step;
	const rowsSoFar = (read - 1) * step + found;
	if (total === undefined || total < rowsSoFar) {
		// A full last page is the last one only where the count of pages can be right.
		const isCounted = counted !== undefined && counted >= read;
		return isFull && !isCounted ? read + 1 : read;
	}
	return found > 0 && rowsSoFar < total ? read + 1 : read;
}

export function finite(number: number): number | undefined {
	return Number.isFinite(number) ? number : undefined;
}

export function countIn(body: JsonValue | undefined, place: Place): number | undefined {
	return readCount(valueAt(body, place));
}

/** What follows a page that was reached by a cursor. */
export interface AfterPage {
	/** Cursor of the next page; nothing at the end. */
	next?: string;
	/** Why rows after the end may be missing, in a sentence. */
	incomplete?: string;
}

/** The next page of those that name it, or the end. @param seen cursors of the pages before, this one's too */
export function afterPage(
	body: JsonValue | undefined,
	{ cursor, more }: Pick<ByCursor, 'cursor' | 'more'>,
	seen: ReadonlySet<string>,
): AfterPage {
	const next = cursorIn(body, cursor);
	const isMore = more === undefined ? next !== undefined : valueAt(body, more);
	if (isMore === true && next === undefined) return { incomplete: NO_CURSOR };
	if (isMore !== true) {
		const isSilent = next !== undefined && typeof isMore !== 'boolean';
		return isSilent ? { incomplete: NOTHING_SAID } : {};
	}
	return seen.has(next!) ? { incomplete: REPEATED } : { next };
}

const REPEATED = 'The pages repeat: rows after them may be missing.';
const NO_CURSOR =
	'A page says that another one follows, but not which: rows after it may be missing.';
const NOTHING_SAID =
	'A page does not say whether another one follows: rows after it may be missing.';

export function cursorIn(body: JsonValue | undefined, place: Place): string | undefined {
	const cursor = valueAt(body, place);
	if (typeof cursor === 'number') return String(cursor);
	return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}
