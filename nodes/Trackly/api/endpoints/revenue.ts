import type { Endpoint } from '../../../../kernel';
import { revenueSchema } from '../schemas/revenue';

/** Revenue, by operationId. */
export const revenueEndpoints = {
	recordRevenue: {
		operationId: 'recordRevenue',
		method: 'POST',
		path: '/revenue',
		repeat: 'unsafe',
		body: revenueSchema,
	},
	recordRevenueBulk: {
		operationId: 'recordRevenueBulk',
		method: 'POST',
		path: '/revenue/bulk',
		repeat: 'unsafe',
	},
} as const satisfies Record<string, Endpoint>;
