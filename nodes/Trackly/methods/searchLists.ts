import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { createClient, fetchRows, type JsonObject, type JsonValue } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { listRows } from '../api/rows';
import { tracklyClient } from '../client';
import { inEditor } from './editor';
import { listEntry } from './listEntry';

/** Sending lists for a picker whose value is the list's number. */
export async function searchListsByNumber(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => await searchLists(this, filter, 'phone_number'));
}

/** Sending lists for a picker whose value is the list's id. */
export async function searchListsById(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => await searchLists(this, filter, 'id'));
}

/** Lists whose name, brand or number contains the filter, or whose id is it; the API has no search. */
async function searchLists(
	context: ILoadOptionsFunctions,
	filter: string | undefined,
	valueName: 'id' | 'phone_number',
): Promise<INodeListSearchResult> {
	const client = await createClient(context, tracklyClient);
	const lists = await fetchRows(client, { endpoint: endpoints.listLists }, listRows, Infinity);
	const isWanted = matcherOf(filter?.trim().toLowerCase() ?? '');
	const results = lists.filter(isWanted).flatMap((list) => {
		const value = list[valueName];
		return value ? [{ ...listEntry(list), value: String(value) }] : [];
	});
	return { results };
}

/** By name or brand, by number however it is written, or by id. */
function matcherOf(wanted: string): (list: JsonObject) => boolean {
	const digits = /^[\d\s().+-]+$/.test(wanted) ? wanted.replace(/\D/g, '') : '';
	return ({ id, list_name, brand_name, phone_number }) =>
		String(id) === wanted ||
		[list_name, brand_name, phone_number].some((part) => textIn(part).includes(wanted)) ||
		(digits !== '' && textIn(phone_number).includes(digits));
}

/** In lower case; a list may lack a name or a brand. */
function textIn(value: JsonValue | undefined): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
}
