import { z } from 'zod';

import { name, text } from './common';
import { offerLink } from './offerLink';

/** Body of createCreative (contract: CreativeCreate). */
export const creativeSchema = z
	.object({
		name,
		message: text,
		offer_links: z.array(offerLink).min(1, 'needs at least one entry'),
		status: z.enum(['active', 'paused']).optional(),
		creative_type: z.enum(['automated', 'one_time', 'welcome']).optional(),
	})
	.strict();

/** Body of updateCreative (contract: CreativeUpdate). */
export const creativeUpdateSchema = creativeSchema
	.extend({
		offer_links: z.array(offerLink),
		status: z.enum(['active', 'paused', 'archived']),
	})
	.partial();
