import type { Offer } from '../../catalogue/offers';

/** Fields that a body may set as they are. */
export const FIELDS = [
	'name',
	'tracking_url',
	'external_platform',
	'external_id',
	'advertiser_id',
	'payout',
	'payout_type',
	'filter_bots',
	'status',
	'metadata',
] as const;

/** The body of a change. */
export type UpdateBody = Partial<Pick<Offer, (typeof FIELDS)[number]>>;
