import { list, OFFER, type Samples } from './sample';

const listNumber = list();

export default {
	create: { parameters: { listNumber, offerId: OFFER }, gives: { domain: expect.any(String) } },
	shorten: {
		parameters: { listNumber, url: 'https://example.com/teas' },
		gives: { filter_bots: false },
	},
} satisfies Samples;
