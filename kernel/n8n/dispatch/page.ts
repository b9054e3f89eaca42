import { readCount } from '../../http/count';
import {
	isJsonObject,
	type ApiRequest,
	type JsonObject,
	type JsonValue,
} from '../../http/endpoint';
import type { ByPage, Paging } from '../../http/paging';
import { RequestError } from '../../http/requestError';
import { judge } from '../../http/response';
import type { Client } from '../run/operation';

/** Where an endpoint's response keeps its rows, and how it is paged. */
export interface RowSource {
	/** Name of the list in the response; a dotted path where it lies deeper, empty for the response itself. */
	name: string;
	/** Rows of one page at most; `undefined` where the endpoint takes no such number. */
	perPage?: number;
	/** How pages follow each other, where that is not the API's usual way. */
	paging?: Paging;
	/**
	 * What makes a row the same row on a later page, so that rows that shift are not doubled;
	 * `undefined` for a row that nothing tells apart.
	 */
	key(row: JsonObject): string | undefined;
}

export type Query = NonNullable<ApiRequest['query']>;
export type FetchPage = (query: Query) => Promise<JsonValue | undefined>;

/** How to get the body of a page. @param complain told what a response says beside its rows */
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
		complain(refusal.message);
		return response.body;
	};
}

/** The rows of a page. @throws RequestError `no_rows` */
export function rowsIn(body: JsonValue | undefined, name: string, apiName: string): JsonObject[] {
	const list = name === '' ? body : valueAt(body, name);
	if (Array.isArray(list)) return list.map((row) => (isJsonObject(row) ? row : { value: row }));
	const where = name === '' ? 'is not a list' : `has no list "${name}"`;
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

export function countIn(body: JsonValue | undefined, path: string): number | undefined {
	return readCount(valueAt(body, path));
}

export function cursorIn(body: JsonValue | undefined, path: string): string | undefined {
	const cursor = valueAt(body, path);
	if (typeof cursor === 'number') return String(cursor);
	return typeof cursor === 'string' && cursor !== '' ? cursor : undefined;
}

/** The value at a dotted path. */
function valueAt(body: JsonValue | undefined, path: string): JsonValue | undefined {
	return path
		.split('.')
		.reduce<
			JsonValue | undefined
		>((value, name) => (isJsonObject(value) ? value[name] : undefined), body);
}
