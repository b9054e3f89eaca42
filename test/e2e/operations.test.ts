import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeError, nodeOutput } from '../../host/n8n';
import { about, samples, sendText } from '../samples';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld();

const list = { __rl: true, mode: 'number', value: '+18005550142' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const automatic = { mappingMode: 'autoMapInputData', value: null };
const NOOR = '+12025550111';

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

async function runOn(operation: string, parameters: INodeParameters, items: IDataObject[]) {
	const { n8n } = world();
	const [resource, name] = operation.split('.');
	const runner = trackly(world(), { resource, operation: name, ...parameters });
	const id = await n8n.importWorkflow(manualWorkflow(items, runner));
	const execution = await n8n.waitForExecution(await n8n.run(id));
	return { items: nodeOutput(execution, 'Trackly'), error: nodeError(execution, 'Trackly') };
}

/** Send and Wait has tests of its own: the execution goes on only when somebody answers. */
const ending = samples.filter(({ waits }) => waits !== true);

describe('every operation in a real n8n', () => {
	beforeEach(() => world().sandbox.reset());

	it.each(ending.map((sample) => [sample.name, sample] as const))('%s', async (_, sample) => {
		const messageId = await sendText(world().sandbox);
		const { resource, operation, parameters = {}, items = [{}] } = about(sample, messageId);
		const done = await runOn(`${resource}.${operation}`, parameters, items);
		expect(done.error).toBeUndefined();
		expect(done.items[0]).toMatchObject({ json: sample.gives, pairedItem: { item: 0 } });
	});

	it.each(refusals)('%s says %s, and what to do', async (operation, code, parameters, item) => {
		const { error, items } = await runOn(operation, parameters, [item]);
		const text = error ? `${error.message} ${error.description}` : JSON.stringify(items[0].json);
		expect(text).toContain(code);
		expect(error?.description ?? items[0].json.what_to_do).toMatch(/^[A-Z].*\.$/s);
	});

	it.each(emptyResults)(
		'%s gives nothing where there is nothing',
		async (operation, parameters) => {
			expect(await runOn(operation, parameters, [{}])).toEqual({ items: [] });
		},
	);
});
