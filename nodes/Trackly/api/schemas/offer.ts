import { z } from 'zod';

import { name } from './common';

const texts = z.record(z.string({ invalid_type_error: 'may hold only texts' }));

/** Body of createOffer (contract: OfferCreate). */
export const offerSchema = z
	.object({
		name,
		tracking_url: z.string().min(1),
		external_platform: z.enum(['tune', 'everflow']).nullable().optional(),
		external_id: z.string().nullable().optional(),
		advertiser_id: z.string().nullable().optional(),
		payout: z.number().optional(),
		payout_type: z.enum(['cpa', 'cpc']).optional(),
		filter_bots: z.boolean().optional(),
		status: z.enum(['active', 'paused']).optional(),
		metadata: texts.optional(),
	})
	.strict();

/** Body of updateOffer (contract: OfferUpdate). */
export const offerUpdateSchema = offerSchema
	.extend({ status: z.enum(['active', 'paused', 'archived']) })
	.partial();
