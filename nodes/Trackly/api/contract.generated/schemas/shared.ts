// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { sentences } from '../../sentences';
import { stricter } from '../../stricter';

export const PhoneNumber = z.string().regex(/^\+[1-9][0-9]{1,14}$/, sentences.PhoneNumber);

export const Timestamp = z
	.string()
	.regex(
		/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$/,
		sentences.Timestamp,
	);

export const OfferLinkInput = z
	.object({
		key: z.string().regex(/^link[0-9]+$/, sentences['OfferLinkInput.key']),
		offer_id: stricter.OfferId,
		url: z.string().nullable().optional(),
		url_params: z
			.record(
				z.union([z.string(), z.number(), z.boolean()], {
					errorMap: () => ({ message: 'may hold only texts, numbers and booleans' }),
				}),
			)
			.optional(),
	})
	.strict();
