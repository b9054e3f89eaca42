// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

export const StringMap = z.record(z.string({ message: 'may hold only texts' }));

export const OfferCreate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters'),
		tracking_url: z.string().min(1),
		external_platform: z
			.enum(['tune', 'everflow'], { message: 'must be tune or everflow' })
			.nullable()
			.optional(),
		external_id: z.string().nullable().optional(),
		advertiser_id: z.string().nullable().optional(),
		payout: z.number().optional(),
		payout_type: z.enum(['cpa', 'cpc'], { message: 'must be cpa or cpc' }).optional(),
		filter_bots: z.boolean().optional(),
		status: z.enum(['active', 'paused'], { message: 'must be active or paused' }).optional(),
		metadata: StringMap.optional(),
	})
	.strict();

export const OfferUpdate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters').optional(),
		tracking_url: z.string().min(1).optional(),
		external_platform: z
			.enum(['tune', 'everflow'], { message: 'must be tune or everflow' })
			.nullable()
			.optional(),
		external_id: z.string().nullable().optional(),
		advertiser_id: z.string().nullable().optional(),
		payout: z.number().optional(),
		payout_type: z.enum(['cpa', 'cpc'], { message: 'must be cpa or cpc' }).optional(),
		filter_bots: z.boolean().optional(),
		status: z
			.enum(['active', 'paused', 'archived'], { message: 'must be active, paused or archived' })
			.optional(),
		metadata: StringMap.optional(),
	})
	.strict();
