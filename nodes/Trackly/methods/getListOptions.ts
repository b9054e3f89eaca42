import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createClient, fetchRows, type JsonObject, type JsonValue } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { listRows } from '../api/rows';
import { tracklyClient } from '../client';
import { inEditor } from './editor';
import { listEntry } from './listEntry';

/** Sending lists for a picker of several, whose values are the lists' integer ids. */
export async function getListOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await listOptions(this, ({ id }) => id);
}

/** Sending lists for a picker of several, whose values are the lists' numbers. */
export async function getListNumberOptions(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await listOptions(this, ({ phone_number }) => phone_number);
}

async function listOptions(
	context: ILoadOptionsFunctions,
	valueOf: (list: JsonObject) => JsonValue | undefined,
): Promise<INodePropertyOptions[]> {
	return await inEditor(context, async () => {
		const client = await createClient(context, tracklyClient);
		const lists = await fetchRows(client, { endpoint: endpoints.listLists }, listRows, Infinity);
		return lists.flatMap((list) => {
			const value = valueOf(list);
			const isOne = typeof value === 'number' || (typeof value === 'string' && value !== '');
			return isOne ? [{ ...listEntry(list), value }] : [];
		});
	});
}
