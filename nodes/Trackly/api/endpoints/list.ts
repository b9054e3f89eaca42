import type { Endpoint } from '../../../../kernel';

/** Sending lists, by operationId. */
export const listEndpoints = {
	listLists: { operationId: 'listLists', method: 'GET', path: '/lists', repeat: 'safe' },
	getList: { operationId: 'getList', method: 'GET', path: '/lists/{list_id}', repeat: 'safe' },
} as const satisfies Record<string, Endpoint>;
