import { z } from 'zod';

import { id, phoneNumber } from './common';

/** Body of createLink (contract: LinkCreate), which takes one of two offer ids and one of two lists. */
export const linkSchema = z
	.object({
		offerId: id.optional(),
		externalOfferId: id.optional(),
		listId: z.number().int().optional(),
		phoneNumber: phoneNumber.optional(),
	})
	.strict();

/** Body of shortenLink (contract: LinkShorten), which takes a URL or an offer and one of two lists. */
export const shortLinkSchema = z
	.object({
		url: z
			.string()
			.regex(/^https?:\/\//i, 'must begin with http:// or https://')
			.optional(),
		offerId: id.optional(),
		listId: z.number().int().optional(),
		phoneNumber: phoneNumber.optional(),
		contactPhone: phoneNumber.optional(),
	})
	.strict();
