import { createHmac } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { hostAt, hostFolder } from '../../host/location';
import { nodeOutput } from '../../host/n8n';
import { until } from '../../host/poll';
import { freePorts } from '../../host/ports';
import { useAnyAccount } from './anyAccount';
import { describeInOlderN8n, OLDER_VERSION } from './olderN8n';
import { linkOfAnother, press, useQuestion } from './question';
import { credentialData, manualWorkflow, node, trackly, useWorld } from './world';
import { SOON } from './soon';
import { changeStoredNodes } from './storedNodes';

const LIST = '+18005550142';
const listNumber = { __rl: true, mode: 'number', value: LIST };

const texts = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		to: `+1202${5_600_000 + index}`,
		body: 'Tasting night is on Friday at 7.',
	}));

describeInOlderN8n(() => {
	const world = useWorld({}, { host: 'older' });
	const account = useAnyAccount(world);
	const { start } = useQuestion(world);

	/** Runs the node on items; gives what it put out and the status of the execution. */
	async function run(
		items: IDataObject[],
		parameters: Parameters<typeof trackly>[1],
		credential = world().credential,
	) {
		const { n8n } = world();
		const last = trackly(
			{ ...world(), credential },
			{ resource: 'message', listNumber, ...parameters },
		);
		const id = await n8n.importWorkflow(manualWorkflow(items, last), [credential]);
		const execution = await n8n.waitForExecution(await n8n.run(id));
		const task = execution.data.resultData.runData.Trackly?.[0];
		return {
			status: execution.status,
			items: nodeOutput(execution, 'Trackly').map(({ json }) => json),
			hints: task?.hints?.map(({ message }) => message) ?? [],
			error: task?.error?.message,
		};
	}

	const oneByOne = { operation: 'send', to: '={{ $json.to }}', body: '={{ $json.body }}' };
	const inBatches = {
		operation: 'sendMany',
		columns: { mappingMode: 'autoMapInputData', value: null },
	};

	/** A workflow that starts with a Trackly Trigger. */
	async function listen(
		webhookId: string,
		registration: 'automatic' | 'byHand',
		filters: INodeParameters = {},
	) {
		const { n8n, credential } = world();
		const trigger = node(
			'Trackly Trigger',
			'n8n-nodes-trackly.tracklyTrigger',
			{ events: ['reply'], registration, filters },
			{
				webhookId,
				credentials: { tracklyApi: { id: credential.id, name: credential.name } },
			},
		);
		const id = await n8n.importWorkflow({ name: 'Events', nodes: [trigger], connections: {} });
		await n8n.activate(id);
		return { id, url: await n8n.webhookUrl(id) };
	}

	it('is that version, and runs with a Node of its own', async () => {
		expect(world().n8n.logs()).toContain(`Version: ${OLDER_VERSION}`);
		expect(world().n8n.nodePath).toBe(hostAt(hostFolder('older')).nodePath);
	});

	it('the credential test tells a good key from a bad one', async () => {
		const { n8n, sandbox, credential } = world();
		expect(await n8n.testCredential(credential.id)).toMatchObject({ status: 'OK' });
		const bad = await n8n.createCredential({
			name: 'Wrong key',
			type: 'tracklyApi',
			data: credentialData(sandbox, { apiKey: `trk_${'0'.repeat(32)}` }),
		});
		expect(await n8n.testCredential(bad.id)).toMatchObject({ status: 'Error' });
	});

	it('sends texts one by one and many at once', async () => {
		const one = await run(texts(3), oneByOne);
		expect(one.status).toBe('success');
		expect(one.items.map(({ status }) => status)).toEqual(['queued', 'queued', 'queued']);

		const many = await run(texts(300).slice(3), inBatches);
		expect(many.status).toBe('success');
		expect(many.items).toHaveLength(297);
		await world().sandbox.whenIdle();
		expect(world().sandbox.journal().summary()).toMatchObject({ texts: 300, duplicates: 0 });
	});

	it.each([[''], [0], [null]])(
		'takes `error: %j` in a good response for no failure under Retry On Fail',
		async (error) => {
			account.stub.answer(() => ({ json: { id: 'x1', sent: true, error } }));
			const post = {
				resource: 'api',
				operation: 'request',
				method: 'POST',
				path: '/x',
				body: '{}',
			};
			const retrying = account.node(post, { retryOnFail: true, maxTries: 3, waitBetweenTries: 50 });
			const ended = await account.run([{}], retrying);
			expect(ended).toMatchObject({ status: 'success', error: undefined });
			expect(account.writes()).toHaveLength(1);
		},
	);

	it('says that nothing was sent where there is no connection', async () => {
		const { n8n, sandbox } = world();
		const [nobody] = await freePorts(1);
		const lost = await n8n.createCredential({
			name: 'Nobody there',
			type: 'tracklyApi',
			data: credentialData(sandbox, { customBaseUrl: `http://127.0.0.1:${nobody}/api/v2` }),
		});
		for (const operation of [oneByOne, inBatches]) {
			const { status, error } = await run(texts(1), operation, lost);
			expect(status).toBe('error');
			expect(error).toContain(': nothing listens there (unreachable)');
		}
	});

	it('keeps Idempotency Keys and shows a hint', async () => {
		const parameters = { ...oneByOne, safeguards: { idempotencyKey: '={{ $json.to }}' } };
		const twice = [...texts(2), ...texts(1)];
		const { items, hints } = await run(twice, parameters);
		expect(items.map(({ status }) => status)).toEqual(['queued', 'queued', 'skipped']);
		expect(hints.join()).toContain('1 skipped');
	});

	it('keeps strict keys from one execution to the next, and keeps nothing else', async () => {
		const safeguards = { idempotencyKey: '={{ $json.to }}', idempotencyScope: 'workflowStrict' };
		const { n8n } = world();
		const last = trackly(world(), { resource: 'message', listNumber, ...oneByOne, safeguards });
		const id = await n8n.importWorkflow(manualWorkflow(texts(3), last));
		const started = await Promise.all([n8n.run(id), n8n.run(id)]);
		const ended = await Promise.all(started.map(async (each) => await n8n.waitForExecution(each)));
		const outcomes = ended.flatMap((each) => nodeOutput(each, 'Trackly'));
		expect(outcomes.map(({ json }) => json.status).sort()).toEqual([
			...Array<string>(3).fill('queued'),
			...Array<string>(3).fill('skipped'),
		]);
		expect(await n8n.executions({ workflowId: id })).toHaveLength(2);
	});

	it('fills the pickers', async () => {
		const { n8n, credential } = world();
		const { results } = await n8n.searchList({
			type: 'n8n-nodes-trackly.trackly',
			typeVersion: 1,
			path: 'parameters.listNumber',
			method: 'searchListsByNumber',
			parameters: {},
			credential,
		});
		expect(results.map(({ value }) => value)).toContain(LIST);
	});

	it('takes an answer only by the own link', async () => {
		const { n8n } = world();
		const own = await start();
		const other = await start();
		expect((await press(linkOfAnother(own, other), 'true')).status).toBe(401);
		expect((await press(other.link.split('?')[0], 'true')).status).toBe(401);
		expect((await n8n.execution(other.executionId)).status).toBe('waiting');

		expect((await press(other.link, 'false')).status).toBe(200);
		await n8n.waitForExecution(other.executionId);
		// n8n 1 writes that it has ended before it writes the answer.
		const answered = await until('the answer', SOON, async () =>
			nodeOutput(await n8n.execution(other.executionId), 'Trackly').at(0),
		);
		expect(answered.json).toMatchObject({ data: { approved: false } });
		expect((await n8n.execution(own.executionId)).status).toBe('waiting');
	});

	it('starts once for a signed event and not at all for a forged one', async () => {
		const { n8n, webhookSecret } = world();
		const { id, url } = await listen('6f1c0d9e-1111-4222-8333-444455558881', 'byHand');
		const body = JSON.stringify({
			event: 'reply',
			phone_number: '+12025550111',
			list_number: LIST,
			body: 'Yes please',
			timestamp: '2026-04-11T19:06:13.337Z',
		});
		const post = async (secret: string, text = body, type = 'application/json') => {
			const signature = createHmac('sha256', secret).update(text, 'utf8').digest('hex');
			const headers = { 'content-type': type, 'x-trackly-signature': signature };
			return (await fetch(url, { method: 'POST', body: text, headers })).status;
		};
		expect(await post('another secret')).toBe(401);
		// n8n 1 itself cannot read JSON after a byte order mark: the trigger never sees it.
		expect(await post(webhookSecret, `\ufeff${body}`)).toBe(422);
		expect(await post(webhookSecret)).toBe(200);
		const [started] = await n8n.waitForExecutions(id, 1);
		const execution = await n8n.waitForExecution(started.id);
		expect(nodeOutput(execution, 'Trackly Trigger')[0].json).toMatchObject({ text: 'Yes please' });
		expect(await n8n.executions({ workflowId: id })).toHaveLength(1);
		for (const type of ['application/vnd.events+json', 'text/plain', '']) {
			expect([type, await post(webhookSecret, body, type)]).toEqual([type, 200]);
		}
		await n8n.deactivate(id);
	});

	it('registers itself, hears a reply, survives a restart with a broken pattern, and is gone when switched off', async () => {
		const { n8n, sandbox } = world();
		const filters = { replyMatches: 'home' };
		const { id, url } = await listen('6f1c0d9e-1111-4222-8333-444455558882', 'automatic', filters);
		expect(sandbox.listWebhooks()).toEqual([
			expect.objectContaining({ url, events: ['reply'], status: 'active' }),
		]);
		sandbox.answer('+12025550111', LIST, 'Back home');
		await sandbox.whenIdle();
		const [started] = await n8n.waitForExecutions(id, 1);
		const execution = await n8n.waitForExecution(started.id);
		expect(nodeOutput(execution, 'Trackly Trigger')[0].json).toMatchObject({ text: 'Back home' });

		const before = sandbox.listWebhooks();
		changeStoredNodes(n8n, id, 'home', '^(?!no)');
		await n8n.restart();
		await until('the webhook', SOON, async () => {
			const response = await fetch(url, { method: 'DELETE' });
			return (await response.text()).includes('Did you mean') || undefined;
		});
		expect(sandbox.listWebhooks()).toEqual(before);
		// The path answers as soon as n8n is up, before the trigger has been asked.
		await until('the word about the filter', SOON, async () =>
			n8n.logs().includes('ignores a filter that cannot be used') ? true : undefined,
		);
		sandbox.answer('+12025550111', LIST, 'After the restart');
		await n8n.waitForExecutions(id, 2);
		await n8n.deactivate(id);
		await until('no endpoint', SOON, async () => sandbox.listWebhooks().length === 0 || undefined);
	});
});
