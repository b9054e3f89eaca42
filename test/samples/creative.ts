import { byId, OFFER, rows, type Samples } from './sample';

const creativeId = byId('318');

export default {
	get: { parameters: { creativeId }, gives: { id: 318 } },
	getAll: { gives: { status: 'active' } },
	create: {
		parameters: {
			name: 'Sampler',
			message: 'The sampler is here {{link1}}',
			offerLinks: rows({ key: 'link1', offerId: byId(OFFER) }),
		},
		gives: { name: 'Sampler' },
	},
	estimate: { parameters: { message: 'Look: {{link1}}' }, gives: { segment_count: 1 } },
	update: {
		parameters: { creativeId, updateFields: { name: 'Invite' } },
		gives: { id: 318, name: 'Invite' },
	},
	archive: { parameters: { creativeId: byId('319') }, gives: { archived: true } },
} satisfies Samples;
