// Written by "npm run contract" from packages/political-comms/contract/political-comms-v1.openapi.yaml. Change that, not this.

import { z } from 'zod';

export const ConversationReply = z
	.object({
		text: z.string().min(1).max(1_600, 'may have at most 1,600 characters'),
	})
	.strict();
