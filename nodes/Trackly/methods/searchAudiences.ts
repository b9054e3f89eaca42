import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { endpoints } from '../api/endpoints';
import { audienceRows } from '../api/rows';
import { audienceEntry } from './audienceEntry';
import { searchPages, type SearchSource } from './searchPages';

const audiences: SearchSource = {
	endpoint: endpoints.listAudiences,
	rows: audienceRows,
	entry: audienceEntry,
};

/** Audiences for a picker, archived ones left out, as the API does. */
export async function searchAudiences(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPages(this, audiences, filter, paginationToken);
}
