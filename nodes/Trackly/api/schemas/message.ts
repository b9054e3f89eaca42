import { z } from 'zod';

import { phoneNumber, text } from './common';

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

/** Body of sendRawMessage and record of sendRawMessagesBulk (contract: SendRawMessageRequest). */
export const rawMessageSchema = z
	.object({
		to: phoneNumber,
		list_number: phoneNumber,
		body: text,
		metadata: z.record(z.unknown()).optional(),
		skip_duplicate_check: z.boolean().optional(),
		skip_rate_limit: z.boolean().optional(),
		skip_contact_validation: z.boolean().optional(),
		skip_journey_check: z.boolean().optional(),
	})
	.strict();
