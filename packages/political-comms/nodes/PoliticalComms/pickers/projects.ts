import type { Picker } from '../../../../../kernel';
import { endpoints } from '../api/endpoints';
import { rows } from '../api/rows';
import { dayOf, entry, nameIn, unless } from './entry';
import { byOrganization } from './scope';

/** Projects with their state, e.g. "Canvass weekend – awaiting test, 2026-10-18". */
export const projects: Picker = {
	endpoint: endpoints.listProjects,
	query: byOrganization,
	rows,
	option: (row) => entry(row, row.name, [unless('', row.status), dayOf(row.created_at)]),
};

/** Contact lists, e.g. "October volunteers – Maple for Schools, 2026-10-18". */
export const contactLists: Picker = {
	endpoint: endpoints.listContactLists,
	query: byOrganization,
	rows,
	option: (row) =>
		entry(row, nameIn(row, 'name', 'list_name'), [row.brand_name, dayOf(row.created_at)]),
};

/** Media files, e.g. "rally.jpg – optimizing": all, as one that is not ready yet may be soon. */
export const media: Picker = {
	endpoint: endpoints.listMedia,
	query: byOrganization,
	rows,
	option: (row) => entry(row, row.name, [unless('ready', row.status), dayOf(row.created_at)]),
};
