import type { Endpoint } from '../../../../kernel';
import { phoneSchema } from '../schemas/phone';

/** Phone look-ups, which live under v1, by operationId. */
export const phoneEndpoints = {
	validatePhone: {
		operationId: 'validatePhone',
		method: 'POST',
		path: '/phone/validate',
		version: 'v1',
		idempotent: true,
		body: phoneSchema,
	},
	validatePhonesBatch: {
		operationId: 'validatePhonesBatch',
		method: 'POST',
		path: '/phone/validate/batch',
		version: 'v1',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
