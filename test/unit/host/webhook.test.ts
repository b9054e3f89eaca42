import type { INode, IWebhookDescription } from 'n8n-workflow';

import { webhookOf, withCredentials } from '../../../host/workflows';

const node = (fields: Partial<INode> = {}): INode => ({
	id: '1',
	name: 'Trackly Trigger',
	type: 'n8n-nodes-trackly.tracklyTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...fields,
});

const webhook = (fields: Partial<IWebhookDescription> = {}): IWebhookDescription => ({
	name: 'default',
	httpMethod: 'POST',
	path: 'webhook',
	...fields,
});

describe('where a node serves its webhook', () => {
	it('is below its webhook id, or below the workflow where it has none', () => {
		expect(webhookOf('w1', node({ webhookId: 'abc' }), webhook())).toEqual({
			node: 'Trackly Trigger',
			methods: ['POST'],
			path: 'abc/webhook',
		});
		expect(webhookOf('w1', node(), webhook())?.path).toBe('w1/trackly%20trigger/webhook');
	});

	it('is where the parameters say for nodes that leave it to them', () => {
		const open = webhook({
			path: '={{$parameter["path"]}}',
			httpMethod: '={{$parameter["httpMethod"] || "GET"}}',
			isFullPath: true,
		});
		const at = (parameters: INode['parameters']) =>
			webhookOf('w1', node({ webhookId: 'abc', parameters }), open);
		expect(at({ path: 'hello', httpMethod: 'PUT' })).toMatchObject({
			path: 'hello',
			methods: ['PUT'],
		});
		expect(at({ path: 'hello', httpMethod: ['PUT', 'PATCH'] })?.methods).toEqual(['PUT', 'PATCH']);
		expect(at({ path: 'hello' })?.methods).toEqual(['GET']);
	});

	it('is told of the main webhook only', () => {
		expect(webhookOf('w1', node(), webhook({ name: 'setup' }))).toBeUndefined();
		expect(webhookOf('w1', node(), webhook({ restartWebhook: true }))).toBeUndefined();
	});
});

describe('credentials of an imported workflow', () => {
	const own = { id: 'c1', name: 'Here', type: 'tracklyApi' };

	it('are replaced by the given ones of their type', () => {
		const credentials = {
			tracklyApi: { id: 'x', name: 'Elsewhere' },
			httpBasicAuth: { id: 'y', name: 'Other' },
		};
		expect(withCredentials(node({ credentials }), [own]).credentials).toEqual({
			tracklyApi: { id: 'c1', name: 'Here' },
			httpBasicAuth: { id: 'y', name: 'Other' },
		});
	});

	it('are not added to nodes without', () => {
		expect(withCredentials(node(), [own])).toEqual(node());
	});
});
