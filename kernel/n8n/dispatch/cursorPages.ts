import type { ApiRequest, JsonObject } from '../../http/endpoint';
import type { ByCursor } from '../../http/paging';
import type { Client } from '../run/operation';
import { afterPage, finite, NOTHING_NEW, pageFetcher, rowsIn, type RowSource } from './page';

/** The rows of a page that were asked for, each of them new. */
export interface CursorPage {
	rows: JsonObject[];
	/** Why rows after this page may be missing, in a sentence. */
	incomplete?: string;
}

/**
 * The pages of a list of any length, one after the other, for what keeps none of them: rows that shift
 * are told from new ones by the page before alone. Otherwise it ends as `readRows` does.
 *
 * @throws RequestError, `no_rows` where a response has no such list
 */
export async function* cursorPages(
	client: Client,
	request: ApiRequest,
	source: RowSource,
	paging: ByCursor,
): AsyncGenerator<CursorPage> {
	const { profile } = client;
	let complaint: string | undefined;
	const fetchPage = pageFetcher(client, request, (text) => (complaint ??= text));
	const size =
		paging.perPage === undefined ? {} : { [paging.perPage]: finite(source.perPage ?? Infinity) };
	const seen = new Set<string>();
	let before: ReadonlySet<string> = new Set();
	for (let cursor: string | undefined = paging.first; ; ) {
		const body = await fetchPage({ ...size, [paging.cursorParameter]: cursor });
		const found = rowsIn(body, source.name, profile.name);
		const isNew = (row: JsonObject) => !before.has(source.key(row) ?? '');
		const fresh = found.filter(isNew);
		before = new Set(found.flatMap((row) => source.key(row) ?? []));
		if (cursor !== undefined) seen.add(cursor);
		const { next, incomplete } = afterPage(body, paging, seen);
		const nothingNew = next !== undefined && fresh.length === 0 ? NOTHING_NEW : undefined;
		const doubt = incomplete ?? nothingNew ?? complaint;
		yield {
			rows: fresh.filter((row) => source.isAsked?.(row) !== false),
			...(doubt && { incomplete: doubt }),
		};
		if (next === undefined || fresh.length === 0) return;
		cursor = next;
	}
}
