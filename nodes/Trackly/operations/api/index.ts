import type { Resource } from '../../../../kernel';
import { requestApi } from './request.operation';

/** What can be done for which there is no operation of its own. */
export const apiResource: Resource = {
	value: 'api',
	name: 'API',
	defaultOperation: requestApi,
	operations: [requestApi],
};
