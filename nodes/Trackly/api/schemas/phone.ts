import { z } from 'zod';

/** Body of validatePhone; its number is what validatePhonesBatch lists (contract: PhoneValidateRequest). */
export const phoneSchema = z
	.object({ phone: z.string().min(1), force: z.boolean().optional() })
	.strict();
