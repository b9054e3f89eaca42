import { byId, rows, type Samples } from './sample';

const REGULARS = '66b0c61fe19a3f7708d5b1c9';
const audienceId = byId(REGULARS);

export default {
	get: { parameters: { audienceId }, gives: { id: REGULARS, name: 'Club regulars' } },
	getAll: { gives: { id: REGULARS } },
	getSize: { parameters: { audienceId }, gives: { size: 3 } },
	create: {
		parameters: { name: 'Clicked', filterConditions: rows({ type: 'count' }) },
		gives: { name: 'Clicked' },
	},
	update: {
		parameters: { audienceId, updateFields: { description: 'Regulars' } },
		gives: { id: REGULARS, description: 'Regulars' },
	},
	archive: { parameters: { audienceId }, gives: { id: REGULARS, archived: true } },
} satisfies Samples;
