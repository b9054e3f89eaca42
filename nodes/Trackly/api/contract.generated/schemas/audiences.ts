// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

export const TimeCondition = z
	.object({
		condition_type: z.literal('time'),
		field: z.enum(['last_clicked_at', 'last_sent_at', 'signup_date'], {
			message: 'must be last_clicked_at, last_sent_at or signup_date',
		}),
		operator: z.enum(['within', 'not_within', 'before', 'after', 'exists', 'not_exists'], {
			message: 'must be within, not_within, before, after, exists or not_exists',
		}),
		value: z.number().min(0, 'must be 0 or more').optional(),
		unit: z
			.enum(['days', 'hours', 'minutes'], { message: 'must be days, hours or minutes' })
			.optional(),
		list_id: z.number().int('must be a whole number').optional(),
	})
	.passthrough();

export const CountCondition = z
	.object({
		condition_type: z.literal('count'),
		field: z.enum(['click_count', 'send_count', 'conversion_count'], {
			message: 'must be click_count, send_count or conversion_count',
		}),
		operator: z.enum(['gte', 'gt', 'eq', 'lte', 'lt'], {
			message: 'must be gte, gt, eq, lte or lt',
		}),
		value: z.number(),
		list_id: z.number().int('must be a whole number').optional(),
	})
	.passthrough();

export const OtherCondition = z
	.object({
		condition_type: z.string().min(1),
		field: z.string().optional(),
		operator: z.string().optional(),
		value: z.unknown().optional(),
		list_id: z.number().int('must be a whole number').optional(),
	})
	.passthrough();

export const FilterCondition = z.union([TimeCondition, CountCondition, OtherCondition]);

export const FilterGroup = z
	.object({
		operator: z.enum(['AND', 'OR'], { message: 'must be AND or OR' }),
		conditions: z.array(FilterCondition).optional(),
		groups: z.array(z.lazy((): z.ZodType<unknown> => FilterGroup)).optional(),
	})
	.strict();

export const AudienceCreate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters'),
		description: z.string().optional(),
		source_lists: z.array(z.number().int('must be a whole number')).optional(),
		filter: FilterGroup,
	})
	.strict();

export const AudienceUpdate = z
	.object({
		name: z.string().min(1).max(255, 'may have at most 255 characters').optional(),
		description: z.string().optional(),
		source_lists: z.array(z.number().int('must be a whole number')).optional(),
		filter: FilterGroup.optional(),
	})
	.strict();
