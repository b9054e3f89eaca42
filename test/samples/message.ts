import { automatic, list, NO_PHONE, PHONE, type Samples } from './sample';

const listNumber = list();
const body = 'Your order has shipped.';
const items = [
	{ to: PHONE, body },
	{ to: NO_PHONE, body },
];
const respondedAt = '2026-04-11T19:06:13.337Z';
const gives = { status: 'queued', to: PHONE };

export default {
	send: { parameters: { listNumber, to: PHONE, body }, gives },
	sendAndWait: {
		parameters: { listNumber, to: PHONE, message: 'Shall we ship today?' },
		gives,
		preview: [
			{ data: { approved: true, respondedAt } },
			{ data: { choice: 'Tomorrow', index: 1, respondedAt } },
			{ data: { text: 'Two cups, please', respondedAt } },
		],
		waits: true,
	},
	sendMany: { parameters: { listNumber, ...automatic }, items, gives: { ...gives, batch: 1 } },
	sendRaw: { parameters: { listNumber, to: PHONE, body: 'Code 5521' }, gives },
	sendRawMany: { parameters: { listNumber, ...automatic }, items, gives: { ...gives, batch: 1 } },
	preview: { parameters: { body: 'Grüße' }, gives: { encoding: 'GSM-7', segments: 1 } },
} satisfies Samples;
