import type { Picker } from '../../../kernel';
import { endpoints } from '../api/endpoints';
import { offerRows } from '../api/rows';
import { entry, unlessActive } from './entry';

/** Offers that are not archived, e.g. "Spring sampler – CPA 2.10, paused". */
export const offers: Picker = {
	endpoint: endpoints.listOffers,
	rows: offerRows,
	option(offer) {
		const { payout, payout_type: kind, status } = offer;
		const pays = typeof payout === 'number' && payout > 0;
		return entry('Offer', offer, [
			pays ? `${String(kind ?? '').toUpperCase()} ${payout.toFixed(2)}`.trim() : undefined,
			unlessActive(status),
		]);
	},
};
