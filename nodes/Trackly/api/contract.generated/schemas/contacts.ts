// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { PhoneNumber, Timestamp } from './shared';

export const CustomFields = z.record(
	z.union([z.string(), z.number(), z.boolean()], {
		errorMap: () => ({ message: 'may hold only texts, numbers and booleans' }),
	}),
);

export const ContactUpsert = z
	.object({
		phone_number: PhoneNumber,
		list_number: PhoneNumber,
		use_journeys: z.boolean().optional(),
		skip_journey_if_exists: z.boolean().optional(),
		signup_date: Timestamp.optional(),
		ip_address: z.string().optional(),
		url: z.string().optional(),
		custom_fields: CustomFields.optional(),
		ad_network_source: z.string().optional(),
		ad_network_id: z.string().optional(),
		use_validation: z.boolean().optional(),
	})
	.strict();

export const ContactUpdate = z
	.object({
		phone_number: PhoneNumber,
		list_number: PhoneNumber,
		custom_fields: CustomFields,
		merge_fields: z.boolean().optional(),
	})
	.strict();

export const ContactUnsubscribe = z
	.object({
		phone_number: PhoneNumber,
		list_number: PhoneNumber,
	})
	.strict();

export const ContactBulkRequest = z
	.object({
		contacts: z.array(ContactUpsert).max(1_000, 'may have at most 1,000 entries'),
	})
	.strict();
