import { z } from 'zod';

import { name } from './common';

/** Body of createAudience (contract: AudienceCreate). */
export const audienceSchema = z
	.object({
		name,
		description: z.string().optional(),
		source_lists: z.array(z.number().int()).optional(),
		filter: z.object({ operator: z.enum(['AND', 'OR']) }).passthrough(),
	})
	.strict();

/** Body of updateAudience (contract: AudienceUpdate). */
export const audienceUpdateSchema = audienceSchema.partial();
