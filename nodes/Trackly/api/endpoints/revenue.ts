import type { Endpoint } from '../../../../kernel';
import { revenueSchema } from '../schemas/revenue';

/** Revenue, by operationId. */
export const revenueEndpoints = {
	recordRevenue: {
		operationId: 'recordRevenue',
		method: 'POST',
		path: '/revenue',
		idempotent: false,
		body: revenueSchema,
	},
	recordRevenueBulk: {
		operationId: 'recordRevenueBulk',
		method: 'POST',
		path: '/revenue/bulk',
		idempotent: false,
	},
} as const satisfies Record<string, Endpoint>;
