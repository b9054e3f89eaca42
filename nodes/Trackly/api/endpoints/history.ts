import type { Endpoint } from '../../../../kernel';
import { clearHistorySchema } from '../schemas/history';

/** Past data, by operationId. */
export const historyEndpoints = {
	importSends: {
		operationId: 'importSends',
		method: 'POST',
		path: '/history/sends',
		repeat: 'safe',
	},
	importClicks: {
		operationId: 'importClicks',
		method: 'POST',
		path: '/history/clicks',
		repeat: 'safe',
	},
	importRevenue: {
		operationId: 'importRevenue',
		method: 'POST',
		path: '/history/revenue',
		repeat: 'unsafe',
	},
	clearHistory: {
		operationId: 'clearHistory',
		method: 'DELETE',
		path: '/history/clear',
		repeat: 'safe',
		body: clearHistorySchema,
	},
} as const satisfies Record<string, Endpoint>;
