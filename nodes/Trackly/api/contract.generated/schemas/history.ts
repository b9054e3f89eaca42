// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';
import { PhoneNumber, Timestamp } from './shared';

export const SendImportRecord = z
	.object({
		id: z.string().min(1),
		to_number: PhoneNumber,
		timestamp: Timestamp,
		list_number: PhoneNumber.optional(),
		list_id: z.number().int('must be a whole number').optional(),
		message: z.string().optional(),
		send_type: z.string().optional(),
		delivered: z.boolean().optional(),
		length: z.number().int('must be a whole number').min(0, 'must be 0 or more').optional(),
	})
	.strict();

export const SendImportRequest = z
	.object({
		records: z
			.array(SendImportRecord)
			.min(1, 'needs at least one entry')
			.max(1_000, 'may have at most 1,000 entries'),
	})
	.strict();

export const ClickImportRecord = z
	.object({
		message_id: stricter.MessageId,
		offer_id: stricter.OfferId,
		phone_number: PhoneNumber,
		timestamp: Timestamp,
		send_timestamp: Timestamp.optional(),
	})
	.strict();

export const ClickImportRequest = z
	.object({
		records: z
			.array(ClickImportRecord)
			.min(1, 'needs at least one entry')
			.max(1_000, 'may have at most 1,000 entries'),
	})
	.strict();

export const RevenueImportRecord = z
	.object({
		message_id: stricter.MessageId,
		offer_id: stricter.OfferId,
		revenue: z.number().min(0, 'must be 0 or more'),
		payout: z.number().optional(),
		attribution_type: z.string().optional(),
		timestamp: Timestamp.optional(),
	})
	.strict();

export const RevenueImportRequest = z
	.object({
		records: z
			.array(RevenueImportRecord)
			.min(1, 'needs at least one entry')
			.max(1_000, 'may have at most 1,000 entries'),
	})
	.strict();

export const ClearHistoryRequest = z
	.object({
		entities: z
			.array(
				z.enum(['sends', 'clicks', 'revenue'], { message: 'must be sends, clicks or revenue' }),
			)
			.min(1, 'needs at least one entry'),
		before_date: Timestamp.optional(),
		confirm: z.literal(true),
	})
	.strict();
