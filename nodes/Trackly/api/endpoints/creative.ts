import type { Endpoint } from '../../../../kernel';
import { creativeSchema, creativeUpdateSchema } from '../schemas/creative';

/** Creatives, by operationId. */
export const creativeEndpoints = {
	listCreatives: {
		operationId: 'listCreatives',
		method: 'GET',
		path: '/creatives',
		idempotent: true,
	},
	createCreative: {
		operationId: 'createCreative',
		method: 'POST',
		path: '/creatives',
		idempotent: false,
		body: creativeSchema,
	},
	getCreative: {
		operationId: 'getCreative',
		method: 'GET',
		path: '/creatives/{id}',
		idempotent: true,
	},
	updateCreative: {
		operationId: 'updateCreative',
		method: 'PUT',
		path: '/creatives/{id}',
		idempotent: true,
		body: creativeUpdateSchema,
	},
	archiveCreative: {
		operationId: 'archiveCreative',
		method: 'DELETE',
		path: '/creatives/{id}',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
