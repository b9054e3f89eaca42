import { byId, type Samples } from './sample';

export default {
	get: { parameters: { listId: byId('7') }, gives: { phone_number: '+18005550142' } },
	getAll: { gives: { id: 7 } },
} satisfies Samples;
