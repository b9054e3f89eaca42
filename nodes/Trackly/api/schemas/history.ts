import { z } from 'zod';

import { id, phoneNumber } from './common';

/** Record of importSends (contract: SendImportRecord). */
export const sendImportSchema = z
	.object({
		id: z.string().min(1),
		to_number: phoneNumber,
		timestamp: z.string(),
		list_number: phoneNumber.optional(),
		list_id: z.number().int('must be a whole number').optional(),
		message: z.string().optional(),
		send_type: z.string().optional(),
		delivered: z.boolean().optional(),
		length: z.number().int('must be a whole number').min(0, 'must be 0 or more').optional(),
	})
	.strict();

/** Record of importClicks (contract: ClickImportRecord). */
export const clickImportSchema = z
	.object({
		message_id: id,
		offer_id: id,
		phone_number: phoneNumber,
		timestamp: z.string(),
		send_timestamp: z.string().optional(),
	})
	.strict();

/** Record of importRevenue (contract: RevenueImportRecord). */
export const revenueImportSchema = z
	.object({
		message_id: id,
		offer_id: id,
		revenue: z.number().min(0, 'must be 0 or more'),
		payout: z.number().optional(),
		attribution_type: z.string().optional(),
		timestamp: z.string().optional(),
	})
	.strict();

/** Body of clearHistory (contract: ClearHistoryRequest). */
export const clearHistorySchema = z
	.object({
		entities: z.array(z.enum(['sends', 'clicks', 'revenue'])).min(1),
		before_date: z.string().optional(),
		confirm: z.literal(true),
	})
	.strict();
