import type { Endpoint } from '../../../../kernel';
import { offerSchema, offerUpdateSchema } from '../schemas/offer';

/** Offers, by operationId. */
export const offerEndpoints = {
	listOffers: { operationId: 'listOffers', method: 'GET', path: '/offers', repeat: 'safe' },
	createOffer: {
		operationId: 'createOffer',
		method: 'POST',
		path: '/offers',
		repeat: 'unsafe',
		body: offerSchema,
	},
	getOffer: { operationId: 'getOffer', method: 'GET', path: '/offers/{id}', repeat: 'safe' },
	updateOffer: {
		operationId: 'updateOffer',
		method: 'PUT',
		path: '/offers/{id}',
		repeat: 'safe',
		body: offerUpdateSchema,
	},
	archiveOffer: {
		operationId: 'archiveOffer',
		method: 'DELETE',
		path: '/offers/{id}',
		repeat: 'safe',
	},
} as const satisfies Record<string, Endpoint>;
