import { z } from 'zod';

import { id } from './common';

/** Body of recordRevenue and record of recordRevenueBulk (contract: RevenueRecord). */
export const revenueSchema = z
	.object({
		message_id: id,
		revenue: z.number().min(0, 'must be 0 or more; refunds cannot be recorded'),
		attribution_type: z.enum(['sale', 'click', 'send'], {
			errorMap: () => ({ message: 'must be sale, click or send' }),
		}),
		offer_id: id.optional(),
		timestamp: z.string().optional(),
	})
	.strict();
