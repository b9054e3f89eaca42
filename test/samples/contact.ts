import { assignments, automatic, list, NO_PHONE, PHONE, type Samples } from './sample';

const customFields = assignments({ tier: 'gold' });

export default {
	upsert: {
		parameters: { listNumber: list(), phoneNumber: '={{ $json.phone }}', customFields },
		items: [{ phone: '+12025550150' }],
		gives: { phone_number: '+12025550150', is_new_contact: true },
	},
	upsertMany: {
		parameters: { listNumber: list(), ...automatic },
		items: [{ phone_number: PHONE }, { phone_number: NO_PHONE }],
		gives: { phone_number: PHONE, status: 'saved', batch: 1 },
	},
	get: { parameters: { phoneNumber: PHONE }, gives: { phone_number: PHONE } },
	getAll: { gives: { list_number: expect.any(String) } },
	update: {
		parameters: { listNumber: list(), phoneNumber: PHONE, customFields },
		gives: { custom_fields: { first_name: 'Noor', tier: 'gold' } },
	},
	unsubscribe: {
		parameters: { listNumber: list(), phoneNumber: PHONE },
		gives: { phone_number: PHONE, unsubscribed: true },
	},
} satisfies Samples;
