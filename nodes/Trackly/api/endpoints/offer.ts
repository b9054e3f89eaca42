import type { Endpoint } from '../../../../kernel';
import { offerSchema, offerUpdateSchema } from '../schemas/offer';

/** Offers, by operationId. */
export const offerEndpoints = {
	listOffers: { operationId: 'listOffers', method: 'GET', path: '/offers', idempotent: true },
	createOffer: {
		operationId: 'createOffer',
		method: 'POST',
		path: '/offers',
		idempotent: false,
		body: offerSchema,
	},
	getOffer: { operationId: 'getOffer', method: 'GET', path: '/offers/{id}', idempotent: true },
	updateOffer: {
		operationId: 'updateOffer',
		method: 'PUT',
		path: '/offers/{id}',
		idempotent: true,
		body: offerUpdateSchema,
	},
	archiveOffer: {
		operationId: 'archiveOffer',
		method: 'DELETE',
		path: '/offers/{id}',
		idempotent: true,
	},
} as const satisfies Record<string, Endpoint>;
