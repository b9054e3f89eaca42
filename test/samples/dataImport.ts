import { automatic, NO_PHONE, OFFER, PHONE, SENT, type Samples } from './sample';

const timestamp = '2026-02-01T10:00:00Z';
const click = { message_id: SENT, offer_id: OFFER, timestamp };

export default {
	sends: {
		parameters: automatic,
		items: [
			{ id: 'old_1', to_number: PHONE, timestamp, list_number: '+18005550142' },
			{ id: 'old_2', to_number: NO_PHONE, timestamp },
		],
		gives: { status: 'imported', batch: 1 },
	},
	clicks: {
		parameters: automatic,
		items: [
			{ ...click, phone_number: PHONE },
			{ ...click, phone_number: NO_PHONE },
		],
		gives: { status: 'imported', batch: 1 },
	},
	revenue: {
		parameters: automatic,
		items: [
			{ message_id: SENT, offer_id: OFFER, revenue: 31.5 },
			{ message_id: SENT, offer_id: OFFER, revenue: 'a lot' },
		],
		gives: { status: 'imported', batch: 1 },
	},
	clear: {
		parameters: { entities: ['sends', 'clicks'], confirm: true },
		gives: { cleared: { sends: 0, clicks: 0 } },
	},
} satisfies Samples;
