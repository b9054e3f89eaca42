import { z } from 'zod';

import { E164 } from '../../../kernel/phone';
import { MAX_TEXT_CHARACTERS } from './limits';

const phoneNumber = z.string().regex(E164, 'must be an E.164 number, e.g. +12025550117');

const text = z
	.string()
	.min(1)
	.superRefine((value, context) => {
		if (value.length <= MAX_TEXT_CHARACTERS) return;
		context.addIssue({
			code: z.ZodIssueCode.custom,
			message: `has ${value.length.toLocaleString('en')} characters; the longest text is ${MAX_TEXT_CHARACTERS.toLocaleString('en')}`,
		});
	});

const contactData = z
	.object({
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		timezone: z.string().optional(),
		custom_fields: z.record(z.unknown()).optional(),
	})
	.strict();

/** Body of sendMessage and record of sendMessagesBulk (contract: SendMessageRequest, BulkMessage). */
export const messageSchema = z
	.object({
		to: phoneNumber,
		list_number: phoneNumber,
		body: text,
		wrap_links: z.boolean().optional(),
		contact_data: contactData.optional(),
		metadata: z.record(z.unknown()).optional(),
	})
	.strict();

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
		use_validation: z.boolean().optional(),
		custom_fields: customFields.optional(),
	})
	.strict();
