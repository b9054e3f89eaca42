import type { Endpoint } from '../../../../kernel';
import { creativeSchema, creativeUpdateSchema } from '../schemas/creative';

/** Creatives, by operationId. */
export const creativeEndpoints = {
	listCreatives: {
		operationId: 'listCreatives',
		method: 'GET',
		path: '/creatives',
		repeat: 'safe',
	},
	createCreative: {
		operationId: 'createCreative',
		method: 'POST',
		path: '/creatives',
		repeat: 'unsafe',
		body: creativeSchema,
	},
	getCreative: {
		operationId: 'getCreative',
		method: 'GET',
		path: '/creatives/{id}',
		repeat: 'safe',
	},
	updateCreative: {
		operationId: 'updateCreative',
		method: 'PUT',
		path: '/creatives/{id}',
		repeat: 'safe',
		body: creativeUpdateSchema,
	},
	archiveCreative: {
		operationId: 'archiveCreative',
		method: 'DELETE',
		path: '/creatives/{id}',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
