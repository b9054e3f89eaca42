import { createHmac } from 'node:crypto';

import { nodeOutput } from '../../host/n8n';
import { until } from '../../host/poll';
import { node, useWorld } from './world';
import { startedBefore } from './marker';
import { SOON } from './soon';

const world = useWorld();

let workflowId: string;
let url: string;

beforeAll(async () => {
	const { n8n, credential } = world();
	workflowId = await n8n.importWorkflow({
		name: 'Events',
		nodes: [
			node(
				'Trackly Trigger',
				'n8n-nodes-trackly.tracklyTrigger',
				{ events: ['delivery', 'reply', 'unsubscribe'], registration: 'byHand' },
				{
					webhookId: '6f1c0d9e-1111-4222-8333-444455556666',
					credentials: { tracklyApi: { id: credential.id, name: credential.name } },
				},
			),
		],
		connections: {},
	});
	await n8n.activate(workflowId);
	url = await n8n.webhookUrl(workflowId);
});

/** Signs as the contract says, with code of the test's own. */
const sign = (body: string, secret: string) =>
	createHmac('sha256', secret).update(body, 'utf8').digest('hex');

const post = async (body: string, headers: Record<string, string>) => {
	const type = { 'content-type': 'application/json' };
	const answer = await fetch(url, { method: 'POST', body, headers: { ...type, ...headers } });
	await answer.text();
	return answer.status;
};

const reply = (text: string) =>
	JSON.stringify({
		event: 'reply',
		phone_number: '+12025550111',
		list_number: '+18005550142',
		body: text,
		timestamp: '2026-04-11T19:06:13.337Z',
	});

const executionCount = async () => (await world().n8n.executions({ workflowId })).length;

/** Posts a marker after the others. @returns how many executions there are but for its own */
const startedUntil = async (marker: string, atLeast = 0): Promise<number> => {
	const { n8n, webhookSecret } = world();
	const body = reply(marker);
	expect(await post(body, { 'x-trackly-signature': sign(body, webhookSecret) })).toBe(200);
	return await startedBefore(n8n, workflowId, ['Trackly Trigger', marker], atLeast);
};

describe('the Trackly Trigger in a real n8n', () => {
	it('starts nothing for unsigned, forged and truncated requests', async () => {
		const body = reply('forged');
		const signature = sign(body, world().webhookSecret);
		const refused: Array<[string, Record<string, string>]> = [
			[body, {}],
			[body, { 'x-trackly-signature': '' }],
			[body, { 'x-trackly-signature': sign(body, 'another secret') }],
			[body, { 'x-trackly-signature': signature.slice(0, 32) }],
			[body, { 'x-trackly-signature': sign(reply('other'), world().webhookSecret) }],
			[body.slice(0, -1), { 'x-trackly-signature': signature }],
			[reply('changed'), { 'x-trackly-signature': signature }],
		];
		for (const [text, headers] of refused) {
			const status = await post(text, headers);
			expect([401, 422]).toContain(status);
		}
		expect(await startedUntil('marker')).toBe(0);
	});

	it('starts once for each kind of event that the account posts, signed', async () => {
		const { n8n, sandbox, webhookSecret } = world();
		sandbox.reset();
		sandbox.addWebhook({ url, secret: webhookSecret, signatureFormat: 'base64' });
		const before = await executionCount();
		sandbox.answer('+12025550111', '+18005550142', 'Is it still on?');
		sandbox.answer('+12025550112', '+18005550142', 'STOP');
		await sandbox.whenIdle();
		const executions = await until('two executions', SOON, async () => {
			const found = await n8n.executions({ workflowId, status: 'success' });
			return found.length >= before + 2 ? found.slice(0, 2) : undefined;
		});
		const items = await Promise.all(
			executions.map(async ({ id }) => nodeOutput(await n8n.execution(id), 'Trackly Trigger')),
		);
		expect(items.flat().map(({ json }) => json)).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					event: 'reply',
					event_id: expect.stringMatching(/^[0-9a-f]{32}$/),
					phone_number: '+12025550111',
					list_number: '+18005550142',
					text: 'Is it still on?',
				}),
				expect.objectContaining({
					event: 'unsubscribe',
					phone_number: '+12025550112',
					keyword: 'STOP',
				}),
			]),
		);
		expect(await executionCount()).toBe(before + 2);
	});

	it('starts for signed JSON whatever it says it is, a byte order mark or not', async () => {
		const before = await executionCount();
		const types = [
			'application/json; charset=utf-8',
			'application/vnd.events+json',
			'text/plain',
			'text/json',
			'application/x-www-form-urlencoded',
			'',
		];
		const statuses: Array<[string, number]> = [];
		for (const type of types) {
			const body = reply(`As ${type}`);
			const signature = sign(body, world().webhookSecret);
			const headers = { 'content-type': type, 'x-trackly-signature': signature };
			statuses.push([type, await post(body, headers)]);
		}
		const marked = `\ufeff${reply('Marked')}`;
		const signature = sign(marked, world().webhookSecret);
		statuses.push(['BOM', await post(marked, { 'x-trackly-signature': signature })]);
		expect(statuses).toEqual([...types, 'BOM'].map((type) => [type, 200]));
		const started = before + types.length + 1;
		expect(await startedUntil('marker after types', started)).toBe(started);
	});

	it('answers an event it does not know with 200 and starts nothing', async () => {
		const before = await executionCount();
		const body = JSON.stringify({ event: 'click', message_id: 'q7Rk2mXa' });
		expect(await post(body, { 'x-trackly-signature': sign(body, world().webhookSecret) })).toBe(
			200,
		);
		expect(await startedUntil('marker after click', before)).toBe(before);
	});
});
