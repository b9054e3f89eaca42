// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { sentences } from '../../sentences';
import { stricter } from '../../stricter';
import { PhoneNumber } from './shared';

export const LinkCreate = z
	.object({
		offerId: stricter['LinkCreate.offerId'].optional(),
		externalOfferId: stricter['LinkCreate.externalOfferId'].optional(),
		listId: z.number().int('must be a whole number').optional(),
		phoneNumber: PhoneNumber.optional(),
	})
	.strict();

export const LinkShorten = z
	.object({
		url: z
			.string()
			.regex(/^[Hh][Tt][Tt][Pp][Ss]?:\/\//, sentences['LinkShorten.url'])
			.optional(),
		offerId: stricter['LinkShorten.offerId'].optional(),
		listId: z.number().int('must be a whole number').optional(),
		phoneNumber: PhoneNumber.optional(),
		contactPhone: PhoneNumber.optional(),
		metadata: z.record(z.unknown()).optional(),
	})
	.strict();
