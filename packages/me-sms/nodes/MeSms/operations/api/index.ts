import type { Resource } from '../../../../../../kernel';
import { requestApi } from './request.operation';

/** Requests that no operation covers. */
export const apiResource: Resource = {
	value: 'api',
	name: 'API',
	defaultOperation: requestApi,
	operations: [requestApi],
};
