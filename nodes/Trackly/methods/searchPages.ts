import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import {
	createClient,
	type Endpoint,
	fetchRows,
	type JsonObject,
	type RowSource,
} from '../../../kernel';
import { tracklyClient } from '../client';
import { inEditor } from './editor';

/** Where a picker's entries come from and how one is shown. */
export interface SearchSource {
	endpoint: Endpoint;
	rows: RowSource & { perPage: number };
	/** One entry; the filter looks into its name and its value. */
	entry(row: JsonObject): { name: string; value: string };
}

/**
 * Entries of a picker: page by page while nothing is searched for, and all that fit when something
 * is, since the API itself has no search.
 *
 * @param pageNumber the page that follows those that are shown already
 */
export async function searchPages(
	context: ILoadOptionsFunctions,
	{ endpoint, rows, entry }: SearchSource,
	filter = '',
	pageNumber = '1',
): Promise<INodeListSearchResult> {
	return await inEditor(context, async () => {
		const client = await createClient(context, tracklyClient);
		const wanted = filter.trim().toLowerCase();
		if (wanted !== '') {
			const found = await fetchRows(client, { endpoint }, rows, Infinity);
			const matches = ({ name, value }: { name: string; value: string }) =>
				name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted;
			return { results: found.map(entry).filter(matches) };
		}
		const page = Number(pageNumber);
		const query = { page, per_page: rows.perPage };
		const answer = await client.send({ endpoint, query });
		const { total_pages: last } = (answer.pagination ?? {}) as JsonObject;
		return {
			results: ((answer[rows.name] ?? []) as JsonObject[]).map(entry),
			paginationToken: typeof last === 'number' && page < last ? String(page + 1) : undefined,
		};
	});
}
