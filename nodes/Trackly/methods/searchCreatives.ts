import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { endpoints } from '../api/endpoints';
import { creativeRows } from '../api/rows';
import { creativeEntry } from './creativeEntry';
import { searchPages, type SearchSource } from './searchPages';

const creatives: SearchSource = {
	endpoint: endpoints.listCreatives,
	rows: creativeRows,
	entry: creativeEntry,
};

/** Creatives for a picker: the active ones, as the API gives them. */
export async function searchCreatives(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPages(this, creatives, filter, paginationToken);
}
