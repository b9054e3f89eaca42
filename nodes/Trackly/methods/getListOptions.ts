import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createClient } from '../../../kernel/n8n/client';
import { fetchRows } from '../../../kernel/n8n/fetchRows';
import { endpoints } from '../api/endpoints';
import { listRows } from '../api/rows';
import { tracklyClient } from '../client';
import { inEditor } from './editor';
import { listEntry } from './listEntry';

/** Sending lists for a picker of several, whose values are the lists' integer ids. */
export async function getListOptions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await inEditor(this, async () => {
		const client = await createClient(this, tracklyClient);
		const lists = await fetchRows(client, { endpoint: endpoints.listLists }, listRows, Infinity);
		return lists.map((list) => ({ ...listEntry(list), value: Number(list.id) }));
	});
}
