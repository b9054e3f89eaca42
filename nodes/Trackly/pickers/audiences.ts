import type { Picker } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { audienceRows } from '../api/rows';
import { entry } from './entry';

/** Audiences with their size as last counted, e.g. "Club regulars (3 contacts)"; none that is archived. */
export const audiences: Picker = {
	endpoint: endpoints.listAudiences,
	rows: audienceRows,
	option(audience) {
		const { name = 'Audience', cached_size: size } = audience;
		if (typeof size !== 'number') return entry('Audience', audience);
		const contacts = `${size.toLocaleString('en')} ${size === 1 ? 'contact' : 'contacts'}`;
		return entry('Audience', { ...audience, name: `${name ?? 'Audience'} (${contacts})` });
	},
};

/** Those that a schedule can use. */
export const activeAudiences: Picker = { ...audiences, query: { status: 'active' } };
