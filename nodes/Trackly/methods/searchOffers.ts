import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { endpoints } from '../api/endpoints';
import { offerRows } from '../api/rows';
import { offerEntry } from './offerEntry';
import { searchPages, type SearchSource } from './searchPages';

const offers: SearchSource = {
	endpoint: endpoints.listOffers,
	rows: offerRows,
	entry: offerEntry,
};

/** Offers for a picker, archived ones left out, as the API does. */
export async function searchOffers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPages(this, offers, filter, paginationToken);
}
