import type { Picker } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { creativeRows } from '../api/rows';
import { entry, unlessActive } from './entry';

/** Creatives that are not archived, e.g. "Spring teaser – one time, 2 segments". */
export const creatives: Picker = {
	endpoint: endpoints.listCreatives,
	rows: creativeRows,
	option(creative) {
		const { creative_type: type, segment_count: segments, status } = creative;
		return entry('Creative', creative, [
			typeof type === 'string' ? type.replace('_', ' ') : undefined,
			typeof segments === 'number'
				? `${segments} ${segments === 1 ? 'segment' : 'segments'}`
				: undefined,
			unlessActive(status),
		]);
	},
};
