import { z } from 'zod';

import { id, name, text } from './common';
import { offerLink } from './offerLink';

const percent = z.number().min(0, 'must be 0 or more').max(100, 'must be 100 or less');

/** A time of day (contract: SendTime). */
const sendTime = z
	.string()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day from 00:00 to 23:59, e.g. 17:15');

/** A day as the contract's samples write it: midnight in UTC (contract: DateOrTimestamp). */
const day = z.string().regex(/^\d{4}-\d\d-\d\dT00:00:00Z$/, 'must be a day');

/** The days of a week, in order (contract: DaysOfWeek). */
export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday',
] as const;

/** A variant of a schedule's text (contract: BlastInput). */
const blast = z
	.object({
		message: text,
		percent_audience: percent,
		offer_links: z.array(offerLink).optional(),
		variant_name: z.string().optional(),
		mms_image_url: z.string().nullable().optional(),
	})
	.strict();

/** Body of createSchedule (contract: ScheduleCreate). What one field asks of another is not in it. */
export const scheduleSchema = z
	.object({
		name,
		status: z.enum(['draft', 'off', 'on']).optional(),
		send_type: z.enum(['blast', 'automated']),
		source_lists: z.array(z.number().int()).optional(),
		audiences: z.array(id).min(1, 'needs at least one audience'),
		is_repeating: z.boolean(),
		send_time: sendTime,
		send_date: day.optional(),
		start_date: day.optional(),
		end_date: day.optional(),
		days_of_week: z.record(z.enum(WEEKDAYS), z.boolean()).optional(),
		skip_within_hours: z.number().min(0, 'must be 0 or more').optional(),
		use_local_time: z.boolean().optional(),
		filter_bots: z.boolean().optional(),
		is_mms: z.boolean().optional(),
		is_cto: z.boolean().optional(),
		automated_percent: percent.optional(),
		ir_revenue: z.number().optional(),
		blasts: z.array(blast).optional(),
	})
	.strict();

/** Body of updateSchedule (contract: ScheduleUpdate). */
export const scheduleUpdateSchema = scheduleSchema
	.extend({ status: z.enum(['draft', 'off', 'on', 'complete', 'archive']) })
	.partial();
