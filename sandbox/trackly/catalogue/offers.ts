/** A destination of tracked links, stored as the contract spells it (contract: Offer). */
export interface Offer {
	id: string;
	slug: string;
	name: string;
	tracking_url: string;
	external_platform: 'tune' | 'everflow' | null;
	external_id: string | null;
	advertiser_id: string | null;
	payout: number;
	payout_type: 'cpa' | 'cpc';
	filter_bots: boolean;
	status: 'active' | 'paused' | 'archived';
	metadata: Record<string, string>;
	created_at: string;
	updated_at: string;
}

/** The offers every sandbox has; their ids have two forms, as in the documents. */
export const SEEDED_OFFERS: readonly Offer[] = [
	{
		id: '66b0c4d2e19a3f7708d5b1a4',
		slug: 'ofr_spring-sampler_d5b1a4',
		name: 'Spring sampler',
		tracking_url: 'https://shop.example.com/sampler?sub={{sendId}}',
		external_platform: null,
		external_id: null,
		advertiser_id: null,
		payout: 1.2,
		payout_type: 'cpc',
		filter_bots: false,
		status: 'active',
		metadata: { season: 'spring' },
		created_at: '2026-03-17T15:40:00Z',
		updated_at: '2026-03-17T15:40:00Z',
	},
	{
		id: 'offer_123',
		slug: 'ofr_tasting-night_er_123',
		name: 'Tasting night',
		tracking_url: 'https://go.example.net/c?o=77&name={{first_name}}',
		external_platform: 'everflow',
		external_id: '77',
		advertiser_id: 'adv_12',
		payout: 4,
		payout_type: 'cpa',
		filter_bots: true,
		status: 'active',
		metadata: {},
		created_at: '2026-02-02T08:30:00Z',
		updated_at: '2026-03-20T08:02:00Z',
	},
];
