// Written by "npm run contract" from packages/me-sms/contract/me-sms-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

export const Variables = z.record(
	z.union([z.string(), z.number()], {
		errorMap: () => ({ message: 'may hold only texts and numbers' }),
	}),
);

export const Msisdn = z
	.string()
	.regex(/^(66|0)[0-9]{9}$/, 'is not in the expected format, e.g. 66812345678');

export const OffsetTime = z
	.string()
	.regex(
		/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$/,
		'is not in the expected format, e.g. 2027-02-14T09:30:00+07:00',
	);

export const SendSmsRequest = z
	.object({
		sender: z
			.string()
			.min(1)
			.max(11, 'may have at most 11 characters')
			.regex(/^[ -~]+$/, 'is not in the expected format'),
		content: z.string().min(1).max(1_000, 'may have at most 1,000 characters').optional(),
		templateId: z.number().int('must be a whole number').optional(),
		variables: Variables.optional(),
		msisdns: z
			.array(Msisdn)
			.min(1, 'needs at least one entry')
			.max(2_000_000, 'may have at most 2,000,000 entries')
			.optional(),
		contactGroupId: z.number().int('must be a whole number').optional(),
		scheduledTime: OffsetTime.optional(),
		dryRun: z.boolean().optional(),
	})
	.strict();

export const PreviewRequest = z
	.object({
		sender: z.string().min(1).max(11, 'may have at most 11 characters').optional(),
		content: z.string().min(1).max(1_000, 'may have at most 1,000 characters').optional(),
		templateId: z.number().int('must be a whole number').optional(),
		variables: Variables.optional(),
		msisdns: z
			.array(Msisdn)
			.min(1, 'needs at least one entry')
			.max(2_000_000, 'may have at most 2,000,000 entries')
			.optional(),
		contactGroupId: z.number().int('must be a whole number').optional(),
	})
	.strict();
