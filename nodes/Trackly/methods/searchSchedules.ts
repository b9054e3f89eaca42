import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { createClient, fetchRows } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { scheduleRows } from '../api/rows';
import { tracklyClient } from '../client';
import { inEditor } from './editor';
import { scheduleEntry } from './scheduleEntry';

/** Schedules for a picker whose name or id fits; the API has neither pages nor a search for them. */
export async function searchSchedules(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await inEditor(this, async () => {
		const client = await createClient(this, tracklyClient);
		const request = { endpoint: endpoints.listSchedules };
		const schedules = await fetchRows(client, request, scheduleRows, Infinity);
		const wanted = filter.trim().toLowerCase();
		return {
			results: schedules
				.filter(({ status }) => status !== 'archive')
				.map(scheduleEntry)
				.filter(
					({ name, value }) =>
						name.toLowerCase().includes(wanted) || value.toLowerCase() === wanted,
				),
		};
	});
}
