// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';
import { OfferLinkInput } from './shared';

export const CreativeCreate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters'),
		message: stricter.CreativeMessage,
		offer_links: z.array(OfferLinkInput).min(1, 'needs at least one entry'),
		status: z.enum(['active', 'paused'], { message: 'must be active or paused' }).optional(),
		creative_type: z
			.enum(['automated', 'one_time', 'welcome'], {
				message: 'must be automated, one_time or welcome',
			})
			.optional(),
	})
	.strict();

export const CreativeUpdate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters').optional(),
		message: stricter.CreativeMessage.optional(),
		offer_links: z.array(OfferLinkInput).optional(),
		status: z
			.enum(['active', 'paused', 'archived'], { message: 'must be active, paused or archived' })
			.optional(),
		creative_type: z
			.enum(['automated', 'one_time', 'welcome'], {
				message: 'must be automated, one_time or welcome',
			})
			.optional(),
	})
	.strict();
