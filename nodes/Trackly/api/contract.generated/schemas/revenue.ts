// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { sentences } from '../../sentences';
import { stricter } from '../../stricter';
import { Timestamp } from './shared';

export const RevenueRecord = z
	.object({
		message_id: stricter.MessageId,
		revenue: z.number().min(0, sentences['RevenueRecord.revenue']),
		attribution_type: z.enum(['sale', 'click', 'send'], { message: 'must be sale, click or send' }),
		offer_id: stricter['RevenueRecord.offer_id'].optional(),
		timestamp: Timestamp.optional(),
	})
	.strict();

export const RevenueBulkRequest = z
	.object({
		records: z
			.array(RevenueRecord)
			.min(1, 'needs at least one entry')
			.max(1_000, 'may have at most 1,000 entries'),
		imported: z.boolean().optional(),
	})
	.strict();
