import type { Samples } from './sample';

export default {
	request: {
		parameters: { method: 'GET', path: '/lists/7' },
		gives: { id: 7 },
		// What it gives depends on what is asked for.
		preview: 'none',
	},
} satisfies Samples;
