import { automatic, SENT, type Samples } from './sample';

const sale = { message_id: SENT, attribution_type: 'sale' };

export default {
	record: {
		parameters: { messageId: SENT, revenue: 31.5 },
		gives: { revenue_id: expect.any(String) },
	},
	recordMany: {
		parameters: automatic,
		items: [
			{ ...sale, revenue: 31.5 },
			{ ...sale, revenue: 'a lot' },
		],
		gives: { status: 'recorded', message_id: expect.any(String) },
	},
} satisfies Samples;
