import { z } from 'zod';

import { phoneNumber } from './common';

/** Body of validatePhone; its number is what validatePhonesBatch lists (contract: PhoneValidateRequest). */
export const phoneSchema = z.object({ phone: phoneNumber, force: z.boolean().optional() }).strict();
