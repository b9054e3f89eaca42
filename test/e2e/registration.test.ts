import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { until } from '../../host/poll';
import { nodeOutput, startN8n } from '../../host/n8n';
import { startSandbox } from '../../sandbox/trackly';
import { ABSENCES } from '../../sandbox/trackly/webhooks/absence';
import { WITHOUT_EDITOR } from './anyWorld';
import { useMovableClock } from './clockAhead';
import { credentialData, node, useWorld } from './world';
import { SOON } from './soon';
import { changeStoredNodes } from './storedNodes';

const HOUR = 3_600_000;
const LIST = '+18005550142';
const SEED = 'the same ids';

const { env, setAhead: setClock } = useMovableClock();
const world = useWorld(env, { sandbox: { seed: SEED } });

let used = 0;
const newWebhookId = () => `6f1c0d9e-1111-4222-8333-4444555500${String(++used).padStart(2, '0')}`;

/** A workflow that starts with a new Trackly Trigger, as the editor makes it today. */
async function newWorkflow(
	parameters: INodeParameters = {},
	credential = world().credential,
): Promise<string> {
	const trigger = node(
		'Trackly Trigger',
		'n8n-nodes-trackly.tracklyTrigger',
		{ events: ['reply'], ...parameters },
		{
			webhookId: newWebhookId(),
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
		await until('the webhook', SOON, async () => {
			const response = await fetch(url, { method: 'DELETE' });
			return (await response.text()).includes('Did you mean') || undefined;
		});
		expect(endpoints()).toEqual([expect.objectContaining({ id: endpointId, secret })]);
		await answer('After the restart');
		await n8n.waitForExecutions(id, 2);
		expect(await textsOf(id)).toEqual(['After the restart', 'Before the restart']);

		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => endpoints().length === 0 || undefined);
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
		const updated = await until('the other events', SOON, async () =>
			endpointsAt(url).find(({ events }) => events.includes('unsubscribe')),
		);
		expect(endpointsAt(url)).toEqual([updated]);
		expect(updated.events.sort()).toEqual(['delivery', 'unsubscribe']);
		expect(updated.secret).not.toBe(before.secret);
		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => endpointsAt(url).length === 0 || undefined);
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
		await until('the first gone', SOON, async () => endpoints().length === 2 || undefined);
		expect(endpoints()).toEqual(expect.arrayContaining([other, ...kept]));
		await n8n.deactivate(ids[1]);
		await until('both gone', SOON, async () => endpoints().length === 1 || undefined);
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
		await until('both executions', SOON, async () => (await count(id)) >= 2 || undefined);
		await until('the end of listening', SOON, async () =>
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
		await until('no endpoint', SOON, async () => endpoints().length === 0 || undefined);
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
		await until('an active endpoint', SOON, async () =>
			endpointsAt(url).some(({ status }) => status === 'active') ? true : undefined,
		);
		expect(endpointsAt(url)).toHaveLength(1);
		await answer('After the pause');
		await n8n.waitForExecutions(id, 1);
		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => endpoints().length === 0 || undefined);
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

	it('a wrong key stops the publishing at the first refusal, with what to do', async () => {
		const { n8n, sandbox } = world();
		const wrong = await n8n.createCredential({
			name: 'Wrong key',
			type: 'tracklyApi',
			data: credentialData(sandbox, { apiKey: `trk_${'x'.repeat(32)}` }),
		});
		const id = await newWorkflow({}, wrong);
		sandbox.journal().clear();
		await expect(n8n.activate(id)).rejects.toThrow(
			/\((unauthorized|invalid_api_key)\)\. .*API key/,
		);
		// The two steps of one try. n8n's own four further tries would ask as often each.
		expect(sandbox.journal().requests().length).toBeLessThanOrEqual(4);
		expect(endpoints()).toEqual([]);
	});

	it('a wrong Base URL stops the publishing, and says so', async () => {
		const { n8n, sandbox } = world();
		const wrong = await n8n.createCredential({
			name: 'Elsewhere',
			type: 'tracklyApi',
			data: credentialData(sandbox, { customBaseUrl: `${sandbox.apiUrl}/elsewhere` }),
		});
		const id = await newWorkflow({}, wrong);
		await expect(n8n.activate(id)).rejects.toThrow(/no Trackly API at the Base URL/);
	});

	it.each(ABSENCES)(
		'an account that has no such API and says so by "%s" is published all the same',
		async (webhookApi) => {
			const { n8n, sandbox } = world();
			sandbox.setSwitches({ webhookApi });
			const id = await newWorkflow();
			await n8n.activate(id);
			expect(n8n.logs()).toContain(`Settings > Webhooks: ${await n8n.webhookUrl(id)}`);
			await n8n.deactivate(id);
			sandbox.setSwitches({ webhookApi: 'offered' });
			expect(endpoints()).toEqual([]);
		},
	);
});

describe('what is not its own', () => {
	it('another account, whose endpoint has the same id, keeps it; the log says what stays', async () => {
		const { n8n, sandbox } = world();
		sandbox.reset();
		const apiKey = `trk_${'b'.repeat(32)}`;
		const other = await startSandbox({ timeScale: 0.01, apiKey, seed: SEED });
		const key = await n8n.createCredential({
			name: 'To be swapped',
			type: 'tracklyApi',
			data: credentialData(sandbox),
		});
		const id = await newWorkflow({}, key);
		await n8n.activate(id);
		const [mine] = endpoints();
		const theirs = other.addWebhook({ url: 'http://127.0.0.1:9/crm', events: ['reply'] });
		expect(theirs.id).toBe(mine.id);
		await n8n.rest('PATCH', `/credentials/${key.id}`, { ...key, data: credentialData(other) });
		await n8n.updateNode(id, 'Trackly Trigger', {
			parameters: { events: ['reply', 'delivery'] },
		});
		await n8n.activate(id);
		await until('the registration there', SOON, async () =>
			other.listWebhooks().length === 2 ? true : undefined,
		);
		expect(other.listWebhooks()).toContainEqual(theirs);
		expect(n8n.logs()).toMatch(
			/did not remove its endpoint .* in the account of the previous API key/,
		);
		await n8n.deactivate(id);
		await until('only theirs', SOON, async () =>
			other.listWebhooks().length === 1 ? true : undefined,
		);
		expect(other.listWebhooks()).toEqual([theirs]);
		await other.stop();
		for (const { id: left } of endpoints()) sandbox.removeWebhook(left);
	});

	it('a restored copy of n8n at another address leaves the endpoint of the original alone', async () => {
		const { n8n, sandbox } = world();
		const id = await newWorkflow();
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		const [kept] = endpointsAt(url);
		const dataDir = mkdtempSync(path.join(os.tmpdir(), 'trackly-copy-'));
		cpSync(n8n.dataDir, dataDir, { recursive: true });
		const copy = await startN8n({ dataDir, env: WITHOUT_EDITOR });
		try {
			// n8n 2 registers what was published before only when it is published again.
			await copy.deactivate(id);
			expect(endpoints()).toContainEqual(kept);
			await copy.activate(id);
			const copied = await until('the registration of the copy', SOON, async () =>
				endpoints().find((endpoint) => endpoint.url.startsWith(copy.url)),
			);
			expect(endpoints()).toHaveLength(2);
			expect(endpoints()).toContainEqual(kept);
			expect(copied.secret).not.toBe(kept.secret);
			await answer('To both');
			await n8n.waitForExecutions(id, 1);
			await copy.waitForExecutions(id, 1);
			await copy.deactivate(id);
			await until('only one', SOON, async () => endpoints().length === 1 || undefined);
			expect(endpoints()).toEqual([kept]);
		} finally {
			await copy.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => endpoints().length === 0 || undefined);
		expect(sandbox.listWebhooks()).toEqual([]);
	});
});

describe('as time goes by', () => {
	const body = JSON.stringify({ event: 'reply', body: 'Late', phone_number: '+12025550111' });
	const postSigned = async (url: string, secret = '') => {
		const signature = createHmac('sha256', secret).update(body, 'utf8').digest('hex');
		const headers = { 'content-type': 'application/json', 'x-trackly-signature': signature };
		return (await fetch(url, { method: 'POST', body, headers })).status;
	};

	it('a replaced secret counts for four hours, and a pattern that became unusable stops no restart', async () => {
		const { n8n } = world();
		const id = await newWorkflow({ filters: { replyMatches: 'Late' } });
		await n8n.activate(id);
		const url = await n8n.webhookUrl(id);
		const [{ secret: first }] = endpointsAt(url);
		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => endpointsAt(url).length === 0 || undefined);
		await n8n.activate(id);
		const [{ id: endpointId, secret: second }] = endpointsAt(url);
		expect(second).not.toBe(first);
		expect(await postSigned(url, second)).toBe(200);
		expect(await postSigned(url, first)).toBe(200);

		setClock(4 * HOUR + 60_000);
		await until('the end of the first', SOON, async () =>
			(await postSigned(url, first)) === 401 ? true : undefined,
		);
		expect(await postSigned(url, second)).toBe(200);

		changeStoredNodes(n8n, id, 'Late', '^(?!no)');
		await n8n.restart();
		await until('the webhook', SOON, async () =>
			(await postSigned(url, second)) === 200 ? true : undefined,
		);
		expect(endpointsAt(url)).toEqual([expect.objectContaining({ id: endpointId })]);
		// The path answers as soon as n8n is up, before the trigger has been asked.
		await until('the word about the filter', SOON, async () =>
			n8n.logs().includes('ignores the filter Reply Text Matches') ? true : undefined,
		);
		setClock(0);
		await n8n.deactivate(id);
	});
});
