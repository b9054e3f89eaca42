// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

export const WebhookEndpointCreate = z
	.object({
		url: z.string().regex(/^https:\/\//, 'is not in the expected format'),
		events: z
			.array(
				z.enum(['delivery', 'unsubscribe', 'reply'], {
					message: 'must be delivery, unsubscribe or reply',
				}),
			)
			.min(1, 'needs at least one entry'),
		secret: z.string().min(8, 'needs at least 8 characters').optional(),
	})
	.strict();
