import { z } from 'zod';

import { phoneNumber } from './common';

/** Custom field values (contract: CustomFields). */
const customFields = z.record(
	z.union([z.string(), z.number(), z.boolean()], {
		errorMap: () => ({ message: 'may hold only texts, numbers and booleans' }),
	}),
);

/** Body of upsertContact and record of upsertContactsBulk (contract: ContactUpsert). */
export const contactSchema = z
	.object({
		phone_number: phoneNumber,
		list_number: phoneNumber,
		signup_date: z.string().optional(),
		ip_address: z.string().optional(),
		url: z.string().optional(),
		use_journeys: z.boolean().optional(),
		skip_journey_if_exists: z.boolean().optional(),
		use_validation: z.boolean().optional(),
		custom_fields: customFields.optional(),
	})
	.strict();

/** Body of updateContact (contract: ContactUpdate). */
export const contactUpdateSchema = z
	.object({
		phone_number: phoneNumber,
		list_number: phoneNumber,
		custom_fields: customFields,
		merge_fields: z.boolean().optional(),
	})
	.strict();

/** Body of unsubscribeContact (contract: ContactUnsubscribe). */
export const unsubscribeSchema = z
	.object({ phone_number: phoneNumber, list_number: phoneNumber })
	.strict();
