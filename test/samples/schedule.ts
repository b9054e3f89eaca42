import { byId, rows, type Samples } from './sample';

const TASTING = '66b0c7a3e19a3f7708d5b1e2';
const scheduleId = byId(TASTING);

export default {
	get: { parameters: { scheduleId }, gives: { id: TASTING } },
	getAll: { gives: { id: TASTING } },
	create: {
		parameters: {
			name: 'Launch',
			sendDate: '2090-05-04T00:00:00',
			sendTime: '18:00',
			audiences: ['aud_gold'],
			blasts: rows({ message: 'The sampler is out' }),
		},
		gives: { name: 'Launch' },
	},
	update: {
		parameters: { scheduleId, updateFields: { name: 'Tasting' } },
		gives: { id: TASTING, name: 'Tasting' },
	},
	setStatus: { parameters: { scheduleId }, gives: { id: TASTING } },
	archive: { parameters: { scheduleId }, gives: { id: TASTING, archived: true } },
} satisfies Samples;
