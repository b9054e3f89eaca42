// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { sentences } from '../../sentences';
import { stricter } from '../../stricter';
import { OfferLinkInput } from './shared';

export const SendTime = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, sentences.SendTime);

export const DaysOfWeek = z
	.object({
		monday: z.boolean().optional(),
		tuesday: z.boolean().optional(),
		wednesday: z.boolean().optional(),
		thursday: z.boolean().optional(),
		friday: z.boolean().optional(),
		saturday: z.boolean().optional(),
		sunday: z.boolean().optional(),
	})
	.strict();

export const BlastInput = z
	.object({
		message: stricter['BlastInput.message'],
		offer_links: z.array(OfferLinkInput).optional(),
		percent_audience: z.number().min(0, 'must be 0 or more').max(100, 'must be 100 or less'),
		variant_name: z.string().optional(),
		mms_image_url: z.string().nullable().optional(),
	})
	.strict();

export const ScheduleCreate = z
	.object({
		name: stricter['ScheduleCreate.name'],
		status: z.enum(['draft', 'off', 'on'], { message: 'must be draft, off or on' }).optional(),
		send_type: z.enum(['blast', 'automated'], { message: 'must be blast or automated' }),
		source_lists: z.array(z.number().int('must be a whole number')).optional(),
		audiences: z.array(stricter['ScheduleCreate.audiences[]']).min(1, 'needs at least one entry'),
		is_repeating: z.boolean(),
		send_time: SendTime,
		send_date: stricter.DateOrTimestamp.optional(),
		start_date: stricter.DateOrTimestamp.optional(),
		end_date: stricter.DateOrTimestamp.optional(),
		days_of_week: DaysOfWeek.optional(),
		skip_within_hours: z.number().min(0, 'must be 0 or more').optional(),
		use_local_time: z.boolean().optional(),
		filter_bots: z.boolean().optional(),
		is_mms: z.boolean().optional(),
		is_cto: z.boolean().optional(),
		automated_percent: z
			.number()
			.min(0, 'must be 0 or more')
			.max(100, 'must be 100 or less')
			.optional(),
		ir_revenue: z.number().optional(),
		blasts: z.array(BlastInput).optional(),
	})
	.strict();

export const ScheduleUpdate = z
	.object({
		name: stricter['ScheduleUpdate.name'].optional(),
		status: z
			.enum(['draft', 'off', 'on', 'complete', 'archive'], {
				message: 'must be draft, off, on, complete or archive',
			})
			.optional(),
		send_type: z.enum(['blast', 'automated'], { message: 'must be blast or automated' }).optional(),
		source_lists: z.array(z.number().int('must be a whole number')).optional(),
		audiences: z
			.array(stricter['ScheduleUpdate.audiences[]'])
			.min(1, 'needs at least one entry')
			.optional(),
		is_repeating: z.boolean().optional(),
		send_time: SendTime.optional(),
		send_date: stricter.DateOrTimestamp.optional(),
		start_date: stricter.DateOrTimestamp.optional(),
		end_date: stricter.DateOrTimestamp.optional(),
		days_of_week: DaysOfWeek.optional(),
		skip_within_hours: z.number().min(0, 'must be 0 or more').optional(),
		use_local_time: z.boolean().optional(),
		filter_bots: z.boolean().optional(),
		is_mms: z.boolean().optional(),
		is_cto: z.boolean().optional(),
		automated_percent: z
			.number()
			.min(0, 'must be 0 or more')
			.max(100, 'must be 100 or less')
			.optional(),
		ir_revenue: z.number().optional(),
		blasts: z.array(BlastInput).optional(),
	})
	.strict();
