// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';
import { PhoneNumber } from './shared';

export const ContactData = z
	.object({
		first_name: z.string().optional(),
		last_name: z.string().optional(),
		custom_fields: z.record(z.unknown()).optional(),
		timezone: z.string().optional(),
	})
	.strict();

export const Metadata = z.record(z.unknown());

export const SendMessageRequest = z
	.object({
		to: PhoneNumber,
		list_number: PhoneNumber,
		body: stricter['SendMessageRequest.body'],
		wrap_links: z.boolean().optional(),
		contact_data: ContactData.optional(),
		metadata: Metadata.optional(),
	})
	.strict();

export const BulkMessage = z
	.object({
		to: PhoneNumber,
		list_number: PhoneNumber,
		body: stricter['BulkMessage.body'],
		wrap_links: z.boolean().optional(),
		contact_data: ContactData.optional(),
		metadata: Metadata.optional(),
	})
	.strict();

export const SendBulkRequest = z
	.object({
		messages: z.array(BulkMessage).max(1_000, 'may have at most 1,000 entries'),
		list_number: PhoneNumber.optional(),
	})
	.strict();

export const SendRawMessageRequest = z
	.object({
		to: PhoneNumber,
		list_number: PhoneNumber,
		body: stricter['SendRawMessageRequest.body'],
		metadata: Metadata.optional(),
		skip_duplicate_check: z.boolean().optional(),
		skip_rate_limit: z.boolean().optional(),
		skip_contact_validation: z.boolean().optional(),
		skip_journey_check: z.boolean().optional(),
	})
	.strict();

export const SendRawBulkRequest = z
	.object({
		messages: z.array(SendRawMessageRequest).max(1_000, 'may have at most 1,000 entries'),
	})
	.strict();
