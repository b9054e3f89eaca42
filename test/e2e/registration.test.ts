import { until } from '../../host/poll';
import { nodeOutput } from '../../host/n8n';
import { credentialData, node, useWorld } from './world';

jest.setTimeout(180_000);

const world = useWorld();
const LIST = '+18005550142';

const WEBHOOK_IDS = [1, 2, 3, 4, 5, 6, 7, 8].map(
	(last) => `6f1c0d9e-1111-4222-8333-44445555000${last}`,
);
let used = 0;

/** A workflow that starts with a new Trackly Trigger, as the editor makes it today. */
async function newWorkflow(
	parameters: Record<string, string | string[]> = {},
	credential = world().credential,
): Promise<string> {
	const trigger = node(
		'Trackly Trigger',
		'n8n-nodes-trackly.tracklyTrigger',
		{ events: ['reply'], ...parameters },
		{
			typeVersion: 1.1,
			webhookId: WEBHOOK_IDS[used++],
			credentials: { tracklyApi: { id: credential.id, name: credential.name } },
		},
	);
	return await world().n8n.importWorkflow({
		name: `Registered ${used}`,
		nodes: [trigger],
		connections: {},
	});
}

const endpoints = () => world().sandbox.listWebhooks();
const endpointsAt = (url: string) => endpoints().filter((endpoint) => endpoint.url === url);
const count = async (workflowId: string) => (await world().n8n.executions({ workflowId })).length;

/** Somebody answers a text; returns when every endpoint has taken the event. */
async function answer(text: string): Promise<void> {
	world().sandbox.answer('+12025550111', LIST, text);
	await world().sandbox.whenIdle();
}

const textsOf = async (workflowId: string): Promise<unknown[]> => {
	const { n8n } = world();
	const found = await n8n.executions({ workflowId });
	const items = await Promise.all(
		found.map(async ({ id }) =>
			nodeOutput(await n8n.waitForExecution(id), 'Trackly Trigger').map(({ json }) => json.text),
		),
	);
	return items.flat();
};

describe('automatic registration in a real n8n', () => {
	it('registers once, stays so over a restart, hears a reply, and is gone when unpublished', async () => {
		const { n8n, sandbox } = world();
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		expect(endpoints()).toEqual([
			expect.objectContaining({ url, events: ['reply'], status: 'active' }),
		]);
		const [{ id: endpointId, secret }] = endpoints();
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		await sandbox.whenIdle();
		// The ping came while the registration was still under way.
		expect(sandbox.journal().webhookAttempts(endpointId)).toEqual([
			expect.objectContaining({ event: 'ping', status: 200, outcome: 'accepted' }),
		]);
		expect(await count(id)).toBe(0);

		await answer('Before the restart');
		await n8n.waitForExecutions(id, 1);
		await n8n.restart();
		await until('the webhook', 60_000, async () => {
			const response = await fetch(url, { method: 'DELETE' });
			return (await response.text()).includes('Did you mean') || undefined;
		});
		expect(endpoints()).toEqual([expect.objectContaining({ id: endpointId, secret })]);
		await answer('After the restart');
		await n8n.waitForExecutions(id, 2);
		expect(await textsOf(id)).toEqual(['After the restart', 'Before the restart']);

		await n8n.deactivate(id);
		await until('no endpoint', 20_000, async () => endpoints().length === 0 || undefined);
	});

	it('changes to the picked events when published again, still once', async () => {
		const { n8n } = world();
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		const [before] = endpointsAt(url);
		await n8n.updateNode(id, 'Trackly Trigger', {
			parameters: { events: ['unsubscribe', 'delivery'] },
		});
		await n8n.activate(id);
		const updated = await until('the other events', 20_000, async () =>
			endpointsAt(url).find(({ events }) => events.includes('unsubscribe')),
		);
		expect(endpointsAt(url)).toEqual([updated]);
		expect(updated.events.sort()).toEqual(['delivery', 'unsubscribe']);
		expect(updated.secret).not.toBe(before.secret);
		await n8n.deactivate(id);
		await until('no endpoint', 20_000, async () => endpointsAt(url).length === 0 || undefined);
	});

	it('two workflows and an endpoint of somebody else leave each other alone', async () => {
		const { n8n, sandbox } = world();
		const other = sandbox.addWebhook({ url: 'http://127.0.0.1:9/other', events: ['delivery'] });
		const ids = [await newWorkflow(), await newWorkflow()];
		for (const id of ids) await n8n.activate(id);
		const urls = await Promise.all(ids.map(async (id) => await n8n.webhookUrl(id)));
		expect(new Set(endpoints().map(({ url }) => url))).toEqual(new Set([...urls, other.url]));
		expect(endpoints()).toHaveLength(3);
		await answer('To both');
		for (const id of ids) await n8n.waitForExecutions(id, 1);
		const kept = endpointsAt(urls[1]);
		await n8n.deactivate(ids[0]);
		await until('the first gone', 20_000, async () => endpoints().length === 2 || undefined);
		expect(endpoints()).toEqual(expect.arrayContaining([other, ...kept]));
		await n8n.deactivate(ids[1]);
		await until('both gone', 20_000, async () => endpoints().length === 1 || undefined);
		sandbox.removeWebhook(other.id);
		for (const id of ids) expect(await textsOf(id)).toEqual(['To both']);
	});

	it('listening for a test event beside the published workflow keeps a registration of its own', async () => {
		const { n8n } = world();
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		const [published] = endpointsAt(url);
		const testUrl = await n8n.listen(id);
		const [listening] = endpointsAt(testUrl);
		expect(listening.secret).toMatch(/^[0-9a-f]{64}$/);
		expect(listening.secret).not.toBe(published.secret);
		expect(endpointsAt(url)).toEqual([published]);
		await answer('Heard by both');
		await until('both executions', 20_000, async () => (await count(id)) >= 2 || undefined);
		await until('the end of listening', 20_000, async () =>
			endpointsAt(testUrl).length === 0 ? true : undefined,
		);
		expect(endpointsAt(url)).toEqual([published]);
		await answer('Heard by the published one');
		await n8n.waitForExecutions(id, 3);
		expect(await textsOf(id)).toEqual([
			'Heard by the published one',
			'Heard by both',
			'Heard by both',
		]);
		const modes = (await n8n.executions({ workflowId: id })).map(({ mode }) => mode);
		expect(modes.sort()).toEqual(['manual', 'webhook', 'webhook']);
		await n8n.deactivate(id);
		await until('no endpoint', 20_000, async () => endpoints().length === 0 || undefined);
	});

	it('an endpoint that Trackly paused is active again after publishing anew', async () => {
		const { n8n, sandbox } = world();
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		sandbox.setWebhookStatus(endpointsAt(url)[0].id, 'paused');
		await n8n.updateNode(id, 'Trackly Trigger', {
			parameters: { events: ['reply'], simplify: false },
		});
		await n8n.activate(id);
		await until('an active endpoint', 20_000, async () =>
			endpointsAt(url).some(({ status }) => status === 'active') ? true : undefined,
		);
		expect(endpointsAt(url)).toHaveLength(1);
		await answer('After the pause');
		await n8n.waitForExecutions(id, 1);
		await n8n.deactivate(id);
		await until('no endpoint', 20_000, async () => endpoints().length === 0 || undefined);
	});

	it('an account without that API: publishes, says what to do, and takes the secret of the credential', async () => {
		const { n8n, sandbox, webhookSecret } = world();
		sandbox.setSwitches({ registration: false });
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		expect(endpoints()).toEqual([]);
		expect(n8n.logs()).toContain(`Settings > Webhooks: ${url}`);
		const byHand = sandbox.addWebhook({ url, secret: webhookSecret, events: ['reply'] });
		await answer('By hand');
		await n8n.waitForExecutions(id, 1);
		expect(await textsOf(id)).toEqual(['By hand']);
		sandbox.setSwitches({ registration: true });
		await n8n.deactivate(id);
		expect(endpoints()).toEqual([byHand]);
		sandbox.removeWebhook(byHand.id);
	});

	it('any other failure stops the publishing with its reason', async () => {
		const { n8n, sandbox } = world();
		const wrong = await n8n.createCredential({
			name: 'Wrong key',
			type: 'tracklyApi',
			data: credentialData(sandbox, { apiKey: `trk_${'x'.repeat(32)}` }),
		});
		const id = await newWorkflow({}, wrong);
		await expect(n8n.activate(id)).rejects.toThrow(/unauthorized|invalid_api_key/);
		expect(endpoints()).toEqual([]);
	});
});
