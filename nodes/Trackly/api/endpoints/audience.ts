import type { Endpoint } from '../../../../kernel';
import { audienceSchema, audienceUpdateSchema } from '../schemas/audience';

/** Audiences, by operationId. */
export const audienceEndpoints = {
	listAudiences: {
		operationId: 'listAudiences',
		method: 'GET',
		path: '/audiences',
		idempotent: true,
	},
	createAudience: {
		operationId: 'createAudience',
		method: 'POST',
		path: '/audiences',
		idempotent: false,
		body: audienceSchema,
	},
	getAudience: {
		operationId: 'getAudience',
		method: 'GET',
		path: '/audiences/{id}',
		idempotent: true,
	},
	updateAudience: {
		operationId: 'updateAudience',
		method: 'PUT',
		path: '/audiences/{id}',
		idempotent: true,
		body: audienceUpdateSchema,
	},
	archiveAudience: {
		operationId: 'archiveAudience',
		method: 'DELETE',
		path: '/audiences/{id}',
		idempotent: true,
	},
	getAudienceSize: {
		operationId: 'getAudienceSize',
		method: 'GET',
		path: '/audiences/{id}/size',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
