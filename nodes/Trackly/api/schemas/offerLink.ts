import { z } from 'zod';

import { id } from './common';

/** Placeholder of a link in a creative's text (contract: CreativeMessage). */
export const LINK_PLACEHOLDER = /\{\{(link[0-9]+)\}\}/g;

/** Where a placeholder of a text leads to (contract: OfferLinkInput). */
export const offerLink = z
	.object({
		key: z.string().regex(/^link[0-9]+$/, 'may name only placeholders such as link1'),
		offer_id: id,
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
