import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeError, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

jest.setTimeout(60_000);

const world = useWorld();

const list = { __rl: true, mode: 'number', value: '+18005550142' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const automatic = { mappingMode: 'autoMapInputData', value: null };
const NOOR = '+12025550111';

type Row = [operation: string, parameters: INodeParameters, item: IDataObject, gives: IDataObject];

/** One run of each operation against the account as it is at the start. */
const rows: Row[] = [
	[
		'contact.upsert',
		{ listNumber: list, phoneNumber: '={{ $json.phone }}' },
		{ phone: '+12025550150' },
		{ phone_number: '+12025550150', is_new_contact: true },
	],
	[
		'contact.update',
		{
			listNumber: list,
			phoneNumber: NOOR,
			customFields: { assignments: [{ id: '1', name: 'tier', type: 'string', value: 'platinum' }] },
		},
		{},
		{ custom_fields: { first_name: 'Noor', tier: 'platinum' } },
	],
	['contact.get', { phoneNumber: NOOR }, {}, { phone_number: NOOR }],
	['contact.getAll', { returnAll: false, limit: 1 }, {}, { list_number: expect.any(String) }],
	['contact.unsubscribe', { listNumber: list, phoneNumber: NOOR }, {}, { unsubscribed: true }],
	['creative.get', { creativeId: byId('318') }, {}, { id: 318 }],
	['creative.getAll', { returnAll: false, limit: 1 }, {}, { status: 'active' }],
	['creative.archive', { creativeId: byId('319') }, {}, { archived: true }],
	[
		'link.shorten',
		{ listNumber: list, url: 'https://example.com/teas' },
		{},
		{ filterBots: false },
	],
	['list.get', { listId: byId('7') }, {}, { phone_number: '+18005550142' }],
	['list.getAll', { returnAll: true }, {}, { id: 7 }],
	[
		'message.send',
		{ listNumber: list, to: '+12025550151', body: 'Hi' },
		{},
		{ status: 'queued', to: '+12025550151' },
	],
	[
		'message.sendRaw',
		{ listNumber: list, to: '+12025550152', body: 'Hi' },
		{},
		{ status: 'queued', to: '+12025550152' },
	],
	[
		'message.sendRawMany',
		{ listNumber: list, columns: automatic },
		{ to: '+12025550153', body: 'Hi' },
		{ status: 'queued', to: '+12025550153', batch: 1 },
	],
	['message.preview', { body: 'Grüße' }, {}, { encoding: 'GSM-7', segments: 1 }],
	[
		'offer.create',
		{ name: 'Teapots', trackingUrl: 'https://go.example.net/c?o=78' },
		{},
		{ name: 'Teapots', status: 'active' },
	],
	['offer.get', { offerId: byId('offer_123') }, {}, { id: 'offer_123' }],
	['offer.getAll', { returnAll: false, limit: 1 }, {}, { status: 'active' }],
	['offer.archive', { offerId: byId('offer_123') }, {}, { archived: true }],
	['phone.validate', { phone: '+12025550154' }, {}, { valid: true }],
	['phone.validateMany', { columns: automatic }, { phone: '+12025550155' }, { valid: true }],
];

const STRANGER = '+12025559876';
const otherList = { __rl: true, mode: 'number', value: '+18005550999' };

/** What Trackly refuses with a documented code, as an error or, in a batch, as an item. */
const refusals: Array<
	[operation: string, code: string, parameters: INodeParameters, item: IDataObject]
> = [
	['contact.upsert', 'list_not_found', { listNumber: otherList, phoneNumber: NOOR }, {}],
	[
		'contact.upsertMany',
		'list_not_found',
		{ listNumber: otherList, columns: automatic },
		{ phone_number: NOOR },
	],
	[
		'contact.update',
		'contact_not_found',
		{
			listNumber: list,
			phoneNumber: STRANGER,
			customFields: { assignments: [{ id: '1', name: 'tier', type: 'string', value: 'gold' }] },
		},
		{},
	],
	['contact.get', 'contact_not_found', { phoneNumber: STRANGER }, {}],
	['creative.get', 'not_found', { creativeId: byId('999999') }, {}],
	[
		'creative.update',
		'not_found',
		{ creativeId: byId('999999'), updateFields: { name: 'New' } },
		{},
	],
	['creative.archive', 'not_found', { creativeId: byId('999999') }, {}],
	[
		'creative.create',
		'offer_not_found',
		{
			name: 'New',
			message: 'Look {{link1}}',
			offerLinks: { rows: [{ key: 'link1', offerId: byId('nothing') }] },
		},
		{},
	],
	['link.create', 'offer_not_found', { listNumber: list, offerId: 'nothing' }, {}],
	['link.shorten', 'list_not_found', { listNumber: otherList, url: 'https://example.com' }, {}],
	['list.get', 'not_found', { listId: byId('12345') }, {}],
	['message.send', 'list_not_found', { listNumber: otherList, to: NOOR, body: 'Hi' }, {}],
	[
		'message.sendMany',
		'list_not_found',
		{ listNumber: otherList, columns: automatic },
		{ to: NOOR, body: 'Hi' },
	],
	['message.sendRaw', 'list_not_found', { listNumber: otherList, to: NOOR, body: 'Hi' }, {}],
	[
		'message.sendRawMany',
		'list_not_found',
		{ listNumber: otherList, columns: automatic },
		{ to: NOOR, body: 'Hi' },
	],
	['offer.get', 'not_found', { offerId: byId('nothing') }, {}],
	['offer.update', 'not_found', { offerId: byId('nothing'), updateFields: { name: 'New' } }, {}],
	['offer.archive', 'not_found', { offerId: byId('nothing') }, {}],
	['revenue.record', 'message_not_found', { messageId: 'nothing', revenue: 5 }, {}],
	[
		'revenue.recordMany',
		'message_not_found',
		{ columns: automatic },
		{ message_id: 'nothing', revenue: 5, attribution_type: 'sale' },
	],
];

const emptyResults: Array<[operation: string, parameters: INodeParameters]> = [
	['contact.getAll', { filters: { listNumber: { ...list, value: '+18005550196' } } }],
	['creative.getAll', { filters: { status: 'paused' } }],
	['offer.getAll', { filters: { status: 'paused' } }],
];

async function runOnce(operation: string, parameters: INodeParameters, item: IDataObject) {
	const { n8n } = world();
	const [resource, name] = operation.split('.');
	const runner = trackly(world(), { resource, operation: name, ...parameters });
	const id = await n8n.importWorkflow(manualWorkflow([item], runner));
	const execution = await n8n.waitForExecution(await n8n.run(id));
	return { items: nodeOutput(execution, 'Trackly'), error: nodeError(execution, 'Trackly') };
}

describe('every kind of operation in a real n8n', () => {
	beforeAll(() => world().sandbox.reset());

	it.each(rows)('%s', async (operation, parameters, item, gives) => {
		const { items, error } = await runOnce(operation, parameters, item);
		expect(error).toBeUndefined();
		expect(items[0]).toMatchObject({ json: gives, pairedItem: { item: 0 } });
	});

	it.each(refusals)('%s says %s, and what to do', async (operation, code, parameters, item) => {
		const { error, items } = await runOnce(operation, parameters, item);
		const text = error ? `${error.message} ${error.description}` : JSON.stringify(items[0].json);
		expect(text).toContain(code);
		expect(error?.description ?? items[0].json.whatToDo).toMatch(/^[A-Z].*\.$/s);
	});

	it.each(emptyResults)(
		'%s gives nothing where there is nothing',
		async (operation, parameters) => {
			expect(await runOnce(operation, parameters, {})).toEqual({ items: [] });
		},
	);

	it('revenue.record and record many, for a text that was sent', async () => {
		const { n8n } = world();
		const runOn = async (parameters: INodeParameters, item: IDataObject) => {
			const id = await n8n.importWorkflow(manualWorkflow([item], trackly(world(), parameters)));
			return nodeOutput(await n8n.waitForExecution(await n8n.run(id)), 'Trackly')[0].json;
		};
		const sent = await runOn(
			{ resource: 'message', operation: 'send', listNumber: list, to: NOOR, body: 'Hi' },
			{},
		);
		const sale = { message_id: sent.message_id as string, revenue: 31.5 };
		const record = { resource: 'revenue', operation: 'record' };
		expect(
			await runOn({ ...record, messageId: sale.message_id, revenue: sale.revenue }, {}),
		).toMatchObject({ revenue_id: expect.any(String) });
		expect(
			await runOn(
				{ resource: 'revenue', operation: 'recordMany', columns: automatic },
				{ ...sale, attribution_type: 'sale' },
			),
		).toMatchObject({ status: 'recorded', message_id: sale.message_id });
	});
});
