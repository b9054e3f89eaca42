import { byId, OFFER, type Samples } from './sample';

const offerId = byId(OFFER);

export default {
	get: { parameters: { offerId }, gives: { id: OFFER } },
	getAll: { gives: { status: 'active' } },
	create: {
		parameters: { name: 'Teapots', trackingUrl: 'https://go.example.net/c?o=78' },
		gives: { name: 'Teapots', status: 'active' },
	},
	update: {
		parameters: { offerId, updateFields: { name: 'Spring' } },
		gives: { id: OFFER, name: 'Spring' },
	},
	archive: { parameters: { offerId }, gives: { id: OFFER, archived: true } },
} satisfies Samples;
