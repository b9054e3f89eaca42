// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';

export const PhoneNumberIds = z
	.array(stricter.Id)
	.min(1, 'needs at least one entry')
	.max(49, 'may have at most 49 entries');

export const LinkDestination = z.string().min(1);

export const LinkParamField = z.string().min(1).max(64, 'may have at most 64 characters');

export const ProjectCreate = z
	.object({
		organization_id: stricter.Id,
		channel: z.enum(['10dlc', 'toll-free'], { message: 'must be 10dlc or toll-free' }).optional(),
		brand_id: stricter.Id.optional(),
		campaign_id: stricter.Id.optional(),
		toll_free_verification_id: stricter.Id.optional(),
		phone_number_ids: PhoneNumberIds.optional(),
		phone_number_id: stricter.Id.optional(),
		name: z.string().min(1),
		protocol: z.enum(['sms', 'mms'], { message: 'must be sms or mms' }),
		contact_list_ids: z.array(stricter.Id).min(1, 'needs at least one entry').optional(),
		suppression_list_ids: z.array(stricter.Id).optional(),
		message_text: z.string().min(1),
		media_ids: z.array(stricter.Id).optional(),
		link_tracking_enabled: z.boolean().optional(),
		link_tracking_destination_url: LinkDestination.optional(),
		link_tracking_domain_id: stricter.Id.optional(),
		link_tracking_param_field: LinkParamField.optional(),
		link_tracking_fallback_url: z.string().min(1).optional(),
		opt_out_footer_enabled: z.boolean().optional(),
	})
	.strict();

export const ProjectUpdate = z
	.object({
		name: z.string().min(1).optional(),
		message_text: z.string().min(1).optional(),
		protocol: z.enum(['sms', 'mms'], { message: 'must be sms or mms' }).optional(),
		phone_number_ids: PhoneNumberIds.optional(),
		phone_number_id: stricter.Id.optional(),
		contact_list_ids: z.array(stricter.Id).min(1, 'needs at least one entry').optional(),
		suppression_list_ids: z.array(stricter.Id).optional(),
		media_ids: z.array(stricter.Id).optional(),
		link_tracking_enabled: z.boolean().optional(),
		link_tracking_destination_url: LinkDestination.nullable().optional(),
		link_tracking_domain_id: z.string().min(1).nullable().optional(),
		link_tracking_param_field: LinkParamField.nullable().optional(),
		link_tracking_fallback_url: z.string().min(1).nullable().optional(),
		opt_out_footer_enabled: z.boolean().optional(),
	})
	.strict();

export const PhoneNumber = z
	.string()
	.regex(/^\+[1-9][0-9]{1,14}$/, 'is not in the expected format, e.g. +12025550117');

export const ProjectTest = z
	.object({
		test_contacts: z
			.array(
				z
					.object({
						phone: PhoneNumber,
						merge_values: z.record(z.string({ message: 'may hold only texts' })).optional(),
					})
					.strict(),
			)
			.min(1, 'needs at least one entry')
			.max(50, 'may have at most 50 entries'),
	})
	.strict();

export const ProjectSchedule = z
	.object({
		scheduled_at: z
			.string()
			.regex(
				/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})$/,
				'is not in the expected format',
			),
		scheduled_timezone: z.enum(
			[
				'America/New_York',
				'America/Chicago',
				'America/Denver',
				'America/Los_Angeles',
				'America/Anchorage',
				'Pacific/Honolulu',
			],
			{
				message:
					'must be America/New_York, America/Chicago, America/Denver, America/Los_Angeles, America/Anchorage or Pacific/Honolulu',
			},
		),
		daily_cap_bypass: z.boolean().optional(),
	})
	.strict();
