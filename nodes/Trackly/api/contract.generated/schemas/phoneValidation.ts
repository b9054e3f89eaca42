// Written by "npm run contract" from contract/trackly-v2.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';

export const PhoneValidateRequest = z
	.object({
		phone: stricter['PhoneValidateRequest.phone'],
		force: z.boolean().optional(),
	})
	.strict();

export const PhoneBatchRequest = z
	.object({
		phones: z
			.array(z.string())
			.min(1, 'needs at least one entry')
			.max(500, 'may have at most 500 entries'),
		force: z.boolean().optional(),
	})
	.strict();
