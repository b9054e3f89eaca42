import type { Resource } from '../../../../../../kernel';
import { requestApi } from './request.operation';

/** Requests that no operation covers, in the editor's order (alphabetical, as n8n wants it). */
export const apiResource: Resource = {
	value: 'api',
	name: 'API',
	defaultOperation: requestApi,
	operations: [requestApi],
};
