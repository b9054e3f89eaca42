// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

import { z } from 'zod';

import { stricter } from '../../stricter';

export const MediaImport = z
	.object({
		source_url: stricter['MediaImport.source_url'],
		organization_id: stricter.Id.optional(),
		brand_id: stricter.Id.optional(),
		name: z.string().min(1).optional(),
		usage: z.enum(['mms', 'email_asset'], { message: 'must be mms or email_asset' }).optional(),
	})
	.strict();
