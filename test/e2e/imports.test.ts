import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeError, nodeOutput } from '../../host/n8n';
import { manualWorkflow, trackly, useWorld } from './world';

const world = useWorld();

const LIST = '+18005550142';
const CONTACT = '+12025550111';
const OFFER = '66b0c4d2e19a3f7708d5b1a4';
const TIME = '2025-12-01T18:00:00Z';

async function run(parameters: INodeParameters, items: IDataObject[] = [{}]) {
	const { n8n } = world();
	const id = await n8n.importWorkflow(manualWorkflow(items, trackly(world(), parameters)));
	const execution = await n8n.waitForExecution(await n8n.run(id));
	return {
		items: nodeOutput(execution, 'Trackly').map(({ json }) => json),
		error: nodeError(execution, 'Trackly')?.message,
	};
}

const importing = (operation: string) => ({
	resource: 'dataImport',
	operation,
	columns: { mappingMode: 'autoMapInputData', value: null },
});

describe('data import and requests to any path in a real n8n', () => {
	it('imports sends, clicks and revenue, and clears them again', async () => {
		const past = ['old-1', 'old-2'].map((id) => ({
			id,
			to_number: CONTACT,
			timestamp: TIME,
			list_number: LIST,
		}));
		const sends = await run(importing('sends'), past);
		expect(sends.items.map(({ status }) => status)).toEqual(['imported', 'imported']);

		const click = { message_id: 'old-1', offer_id: OFFER, phone_number: CONTACT, timestamp: TIME };
		const clicks = await run(importing('clicks'), [click, { ...click, message_id: 'none' }]);
		expect(clicks.items.map(({ status, code }) => [status, code])).toEqual([
			['imported', undefined],
			['rejected', 'message_not_found'],
		]);
		const revenue = await run(importing('revenue'), [
			{ message_id: 'old-1', offer_id: OFFER, revenue: 18 },
		]);
		expect(revenue.items.map(({ status }) => status)).toEqual(['imported']);

		const clear = { resource: 'dataImport', operation: 'clear', entities: ['sends', 'clicks'] };
		expect((await run({ ...clear })).error).toContain('Confirm Deletion');
		expect((await run({ ...clear, confirm: true })).items).toMatchObject([
			{ cleared: { sends: 2, clicks: 1 } },
		]);
		expect((await run(importing('sends'), [])).items).toEqual([]);
	});

	it('calls any path, follows pages, and passes on what Trackly says', async () => {
		const api = { resource: 'api', operation: 'request' };
		expect((await run({ ...api, path: '/lists/7' })).items[0]).toMatchObject({ id: 7 });
		const all = await run({
			...api,
			path: '/contacts',
			allPages: true,
			rowsName: 'contacts',
			returnAll: true,
		});
		expect(all.items.length).toBeGreaterThan(3);
		const none = { rows: [{ name: 'status', value: 'archived' }] };
		const empty = await run({
			...api,
			path: '/offers',
			query: none,
			allPages: true,
			rowsName: 'offers',
		});
		expect(empty.items).toEqual([]);
		expect((await run({ ...api, path: '/lists/12345' })).error).toContain('(not_found)');
		const posted = await run({
			...api,
			method: 'POST',
			path: '/links/shorten',
			body: JSON.stringify({ url: 'https://example.com/teas', listId: 7 }),
		});
		expect(posted.items[0]).toMatchObject({ shortUrl: expect.any(String) });
	});

	it('takes a contact off every list', async () => {
		const everywhere = {
			resource: 'contact',
			operation: 'unsubscribe',
			from: 'everyList',
			phoneNumber: CONTACT,
		};
		const { items } = await run(everywhere);
		expect(items[0]).toMatchObject({
			phone_number: CONTACT,
			list_numbers: expect.arrayContaining([LIST]),
		});
		const unknown = await run({ ...everywhere, phoneNumber: '+12025559999' });
		expect(unknown.error).toContain('contact_not_found');
	});

	it('measures a text with what the list puts around it', async () => {
		const { items } = await run({
			resource: 'message',
			operation: 'preview',
			body: 'It’s on Friday',
			options: { appendText: ` Reply stop to stop.${'.'.repeat(40)}` },
		});
		expect(items[0]).toMatchObject({ segments: 2, suggestion: { segments: 1 } });
	});
});
