import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { createClient, fetchRows } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { audienceRows } from '../api/rows';
import { tracklyClient } from '../client';
import { audienceEntry } from './audienceEntry';
import { inEditor } from './editor';

/** All active audiences, for a picker of several. */
export async function getAudienceOptions(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await inEditor(this, async () => {
		const client = await createClient(this, tracklyClient);
		const request = { endpoint: endpoints.listAudiences, query: { status: 'active' } };
		return (await fetchRows(client, request, audienceRows, Infinity)).map(audienceEntry);
	});
}
