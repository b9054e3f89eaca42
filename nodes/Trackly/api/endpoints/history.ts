import type { Endpoint } from '../../../../kernel';
import { clearHistorySchema } from '../schemas/history';

/** Past data, by operationId. */
export const historyEndpoints = {
	importSends: {
		operationId: 'importSends',
		method: 'POST',
		path: '/history/sends',
		idempotent: true,
	},
	importClicks: {
		operationId: 'importClicks',
		method: 'POST',
		path: '/history/clicks',
		idempotent: true,
	},
	importRevenue: {
		operationId: 'importRevenue',
		method: 'POST',
		path: '/history/revenue',
		idempotent: false,
	},
	clearHistory: {
		operationId: 'clearHistory',
		method: 'DELETE',
		path: '/history/clear',
		idempotent: true,
		body: clearHistorySchema,
	},
} as const satisfies Record<string, Endpoint>;
