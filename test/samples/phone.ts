import { automatic, NO_PHONE, PHONE, type Samples } from './sample';

export default {
	validate: { parameters: { phone: PHONE }, gives: { valid: true } },
	validateMany: {
		parameters: automatic,
		items: [{ phone: PHONE }, { phone: NO_PHONE }],
		gives: { valid: true, batch: 1 },
	},
} satisfies Samples;
