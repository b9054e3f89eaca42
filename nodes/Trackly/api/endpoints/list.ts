import type { Endpoint } from '../../../../kernel';

/** Sending lists, by operationId. */
export const listEndpoints = {
	listLists: { operationId: 'listLists', method: 'GET', path: '/lists', idempotent: true },
	getList: { operationId: 'getList', method: 'GET', path: '/lists/{list_id}', idempotent: true },
} as const satisfies Record<string, Endpoint>;
