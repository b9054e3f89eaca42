import type { Endpoint } from '../../../../kernel';
import { audienceSchema, audienceUpdateSchema } from '../schemas/audience';

/** Audiences, by operationId. */
export const audienceEndpoints = {
	listAudiences: {
		operationId: 'listAudiences',
		method: 'GET',
		path: '/audiences',
		repeat: 'safe',
	},
	createAudience: {
		operationId: 'createAudience',
		method: 'POST',
		path: '/audiences',
		repeat: 'unsafe',
		body: audienceSchema,
	},
	getAudience: {
		operationId: 'getAudience',
		method: 'GET',
		path: '/audiences/{id}',
		repeat: 'safe',
	},
	updateAudience: {
		operationId: 'updateAudience',
		method: 'PUT',
		path: '/audiences/{id}',
		repeat: 'safe',
		body: audienceUpdateSchema,
	},
	archiveAudience: {
		operationId: 'archiveAudience',
		method: 'DELETE',
		path: '/audiences/{id}',
		repeat: 'safe',
	},
	getAudienceSize: {
		operationId: 'getAudienceSize',
		method: 'GET',
		path: '/audiences/{id}/size',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
