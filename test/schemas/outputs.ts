import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox/trackly';
import { list } from '../kit/account';
import { runTrackly } from '../engine/trackly';

/** One run of an operation that shows what it gives. */
export interface Sample {
	resource: string;
	operation: string;
	parameters?: INodeParameters;
	/** One item per outcome that looks different; one empty item where none are given. */
	items?: IDataObject[];
}

const PHONE = '+12025550111';
const NO_PHONE = '5550111';
const AUDIENCE = '66b0c61fe19a3f7708d5b1c9';
const SCHEDULE = '66b0c7a3e19a3f7708d5b1e2';
const CREATIVE = '318';
const OFFER = 'offer_123';
const LIST_ID = '7';
const SENT_AT = '2026-02-01T10:00:00Z';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const automatic = { columns: { mappingMode: 'autoMapInputData', value: null } };
const rows = (...all: INodeParameters[]) => ({ rows: all });
const text = { listNumber: list(), to: PHONE, body: 'Your order has shipped.' };
const texts = [
	{ to: PHONE, body: 'Your order has shipped.' },
	{ to: NO_PHONE, body: 'Your order has shipped.' },
];
const customFields = {
	assignments: [{ id: '1', name: 'tier', value: 'gold', type: 'string' }],
};

/** Reading comes before archiving, and sending before recording what it brought. */
export const samples = (messageId: string): Sample[] => [
	{ resource: 'audience', operation: 'get', parameters: { audienceId: id(AUDIENCE) } },
	{ resource: 'audience', operation: 'getAll' },
	{ resource: 'audience', operation: 'getSize', parameters: { audienceId: id(AUDIENCE) } },
	{
		resource: 'audience',
		operation: 'create',
		parameters: { name: 'Clicked', filterConditions: rows({ type: 'count' }) },
	},
	{
		resource: 'audience',
		operation: 'update',
		parameters: { audienceId: id(AUDIENCE), updateFields: { description: 'Regulars' } },
	},
	{ resource: 'audience', operation: 'archive', parameters: { audienceId: id(AUDIENCE) } },
	{
		resource: 'contact',
		operation: 'upsert',
		parameters: { listNumber: list(), phoneNumber: PHONE, customFields },
	},
	{
		resource: 'contact',
		operation: 'upsertMany',
		parameters: { listNumber: list(), ...automatic },
		items: [{ phone_number: PHONE }, { phone_number: NO_PHONE }],
	},
	{ resource: 'contact', operation: 'get', parameters: { phoneNumber: PHONE } },
	{ resource: 'contact', operation: 'getAll' },
	{
		resource: 'contact',
		operation: 'update',
		parameters: { listNumber: list(), phoneNumber: PHONE, customFields },
	},
	{
		resource: 'contact',
		operation: 'unsubscribe',
		parameters: { listNumber: list(), phoneNumber: PHONE },
	},
	{ resource: 'creative', operation: 'get', parameters: { creativeId: id(CREATIVE) } },
	{ resource: 'creative', operation: 'getAll' },
	{
		resource: 'creative',
		operation: 'create',
		parameters: {
			name: 'Sampler',
			message: 'The sampler is here {{link1}}',
			offerLinks: rows({ key: 'link1', offerId: id(OFFER) }),
		},
	},
	{ resource: 'creative', operation: 'estimate', parameters: { message: 'Look: {{link1}}' } },
	{
		resource: 'creative',
		operation: 'update',
		parameters: { creativeId: id(CREATIVE), updateFields: { name: 'Invite' } },
	},
	{ resource: 'creative', operation: 'archive', parameters: { creativeId: id(CREATIVE) } },
	{ resource: 'list', operation: 'get', parameters: { listId: id(LIST_ID) } },
	{ resource: 'list', operation: 'getAll' },
	{
		resource: 'link',
		operation: 'create',
		parameters: { listNumber: list(), offerId: OFFER },
	},
	{
		resource: 'link',
		operation: 'shorten',
		parameters: { listNumber: list(), url: 'https://example.com/teas' },
	},
	{ resource: 'message', operation: 'send', parameters: text },
	{
		resource: 'message',
		operation: 'sendMany',
		parameters: { listNumber: list(), ...automatic },
		items: texts,
	},
	{ resource: 'message', operation: 'sendRaw', parameters: { ...text, body: 'Code 5521' } },
	{
		resource: 'message',
		operation: 'sendRawMany',
		parameters: { listNumber: list(), ...automatic },
		items: texts,
	},
	{ resource: 'message', operation: 'preview', parameters: { body: 'Your order has shipped.' } },
	{ resource: 'offer', operation: 'get', parameters: { offerId: id(OFFER) } },
	{ resource: 'offer', operation: 'getAll' },
	{
		resource: 'offer',
		operation: 'create',
		parameters: { name: 'Sampler', trackingUrl: 'https://go.example.net/c?o=77' },
	},
	{
		resource: 'offer',
		operation: 'update',
		parameters: { offerId: id(OFFER), updateFields: { name: 'Spring' } },
	},
	{ resource: 'offer', operation: 'archive', parameters: { offerId: id(OFFER) } },
	{ resource: 'phone', operation: 'validate', parameters: { phone: PHONE } },
	{
		resource: 'phone',
		operation: 'validateMany',
		parameters: automatic,
		items: [{ phone: PHONE }, { phone: NO_PHONE }],
	},
	{ resource: 'revenue', operation: 'record', parameters: { messageId, revenue: 31.5 } },
	{
		resource: 'revenue',
		operation: 'recordMany',
		parameters: automatic,
		items: [
			{ message_id: messageId, revenue: 31.5, attribution_type: 'sale' },
			{ message_id: messageId, revenue: 'a lot', attribution_type: 'sale' },
		],
	},
	{
		resource: 'dataImport',
		operation: 'sends',
		parameters: automatic,
		items: [
			{ id: 'old_1', to_number: PHONE, timestamp: SENT_AT, list_number: '+18005550142' },
			{ id: 'old_2', to_number: NO_PHONE, timestamp: SENT_AT },
		],
	},
	{
		resource: 'dataImport',
		operation: 'clicks',
		parameters: automatic,
		items: [
			{ message_id: messageId, offer_id: OFFER, phone_number: PHONE, timestamp: SENT_AT },
			{ message_id: messageId, offer_id: OFFER, phone_number: NO_PHONE, timestamp: SENT_AT },
		],
	},
	{
		resource: 'dataImport',
		operation: 'revenue',
		parameters: automatic,
		items: [
			{ message_id: messageId, offer_id: OFFER, revenue: 31.5 },
			{ message_id: messageId, offer_id: OFFER, revenue: 'a lot' },
		],
	},
	{
		resource: 'dataImport',
		operation: 'clear',
		parameters: { entities: ['sends', 'clicks'], confirm: true },
	},
	{ resource: 'schedule', operation: 'get', parameters: { scheduleId: id(SCHEDULE) } },
	{ resource: 'schedule', operation: 'getAll' },
	{
		resource: 'schedule',
		operation: 'create',
		parameters: {
			name: 'Launch',
			sendDate: '2090-05-04T00:00:00',
			sendTime: '18:00',
			audiences: ['aud_gold'],
			blasts: rows({ message: 'The sampler is out' }),
		},
	},
	{
		resource: 'schedule',
		operation: 'update',
		parameters: { scheduleId: id(SCHEDULE), updateFields: { name: 'Tasting' } },
	},
	{ resource: 'schedule', operation: 'setStatus', parameters: { scheduleId: id(SCHEDULE) } },
	{ resource: 'schedule', operation: 'archive', parameters: { scheduleId: id(SCHEDULE) } },
];

/**
 * What the operations give, by `resource/operation`, as the node gives it in n8n's engine.
 *
 * @throws Error naming the operation that failed
 */
export async function sampleOutputs(sandbox: Sandbox): Promise<Map<string, IDataObject[]>> {
	const credential = {
		apiKey: sandbox.apiKey,
		baseUrl: 'custom',
		customBaseUrl: sandbox.apiUrl,
	};
	const run = async ({ resource, operation, parameters, items = [{}] }: Sample) => {
		const all = { resource, operation, ...parameters };
		const result = await runTrackly({ parameters: all, items, credential });
		if (result.error || result.items.length === 0) {
			throw new Error(`${resource}/${operation}: ${result.error?.message ?? 'no output'}`);
		}
		return result.items.map(({ json }) => json);
	};
	const [sent] = await run({ resource: 'message', operation: 'send', parameters: text });

	const outputs = new Map<string, IDataObject[]>();
	for (const sample of samples(String(sent.message_id))) {
		outputs.set(`${sample.resource}/${sample.operation}`, await run(sample));
	}
	return outputs;
}
