import { randomUUID } from 'node:crypto';
import type { IDataObject, INode } from 'n8n-workflow';

import { startSandbox } from '../../sandbox/trackly';
import { nodeOutput, type N8nInstance } from '../../host/n8n';
import { until } from '../../host/poll';
import { findQueuePrograms, type QueuePrograms } from '../../host/programs';
import { startQueueMode, type QueueMode } from '../../host/queue';
import { packProject } from '../../host/tarball';
import { WITHOUT_EDITOR } from './anyWorld';
import { exampleWithoutRegistration, postEvent, replyOf } from './events';
import { webhookWorkflow } from './workflow';
import { introduce, manualWorkflow, node, trackly, type World } from './world';
import { SOON } from './soon';

const LIST = '+18005550142';

/** Executions that a worker runs at the same time. */
const CONCURRENCY = 10;

/** The queue misses a worker that is gone after half of its usual minute. */
const SOON_STALLED = {
	QUEUE_WORKER_LOCK_DURATION: '30000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '2000',
};

let queue: QueueMode | undefined;
let world: World;

const running = () => queue as QueueMode;

async function start(programs: QueuePrograms): Promise<void> {
	const sandbox = await startSandbox({ timeScale: 0.01 });
	const tarball = await packProject();
	const size = { workers: 3, webhookProcessors: 2, concurrency: CONCURRENCY };
	queue = await startQueueMode({
		programs,
		tarball,
		env: { ...SOON_STALLED, ...WITHOUT_EDITOR },
		...size,
	});
	world = await introduce(queue.main, sandbox);
}

const listNumber = { __rl: true, mode: 'number', value: LIST };
const withKey = { safeguards: { idempotencyKey: '={{ $json.order }}' } };

const sendMany = (settings = {}) =>
	trackly(world, {
		resource: 'message',
		operation: 'sendMany',
		listNumber,
		columns: { mappingMode: 'autoMapInputData', value: null },
		...settings,
	});

const send = (settings = {}) =>
	trackly(world, {
		resource: 'message',
		operation: 'send',
		listNumber,
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
		...settings,
	});

const texts = (count: number, first = 0) =>
	Array.from({ length: count }, (_, index) => ({
		to: `+1202${5_600_000 + first + index}`,
		body: 'Tasting night is on Friday at 7.',
		order: `order-${first + index}`,
	}));

/** A published workflow that runs a node on the items of each request to a webhook processor. */
async function publish(last: INode, path: string) {
	const { main, webhookUrls } = running();
	const id = await main.importWorkflow(webhookWorkflow(path, last));
	await main.activate(id);
	const urls = await webhookUrls(id);
	/** Posts to the webhook processors by turns. @returns the status of each response */
	const postAll = async (requests: IDataObject[][]) =>
		await Promise.all(
			requests.map(async (items, index) => await postItems(urls[index % urls.length], items)),
		);
	return { id, urls, postAll };
}

async function post(url: string, body: string, headers: Record<string, string> = {}) {
	const type = { 'content-type': 'application/json' };
	const answer = await fetch(url, { method: 'POST', body, headers: { ...type, ...headers } });
	await answer.text();
	return answer.status;
}

const postItems = (url: string, items: IDataObject[]) => post(url, JSON.stringify({ items }));

/** The executions that a worker has begun, by its own word. */
const takenBy = (worker: N8nInstance) =>
	[...worker.logs().matchAll(/Worker started execution (\d+) /g)].map(([, id]) => id);

/** How many of some executions each worker has begun, once the logs tell of them all. */
const sharesOf = async (ids: string[]) =>
	await until(`${ids.length} executions in the logs`, SOON, async () => {
		const { workers } = running();
		const shares = workers.map((worker) => takenBy(worker).filter((id) => ids.includes(id)).length);
		return shares.reduce((sum, share) => sum + share) >= ids.length ? shares : undefined;
	});

const outcomesOf = async (id: string) =>
	nodeOutput(await running().main.execution(id), 'Trackly').map(({ json }) => json);

async function received() {
	await world.sandbox.whenIdle();
	const { texts, phones, duplicates } = world.sandbox.journal().summary();
	return { texts, phones, duplicates };
}

/** A workflow that starts with each reply. */
function eventsWorkflow() {
	const { id, name } = world.credential;
	const trigger = node(
		'Trackly Trigger',
		'n8n-nodes-trackly.tracklyTrigger',
		{ events: ['reply'] },
		{ webhookId: randomUUID(), credentials: { tracklyApi: { id, name } } },
	);
	return { name: 'Events', nodes: [trigger], connections: {} };
}

const programs = findQueuePrograms();
const found = !('missing' in programs);
if (!found) {
	process.stdout.write(
		`SKIPPED: n8n's queue mode is not tested, for want of ${programs.missing.join(' and ')}\n`,
	);
}

(found ? describe : describe.skip)("n8n's queue mode with three workers", () => {
	beforeAll(async () => await start(programs as QueuePrograms));
	afterAll(async () => {
		await queue?.stop();
		await world?.sandbox.stop();
	});
	beforeEach(() => world.sandbox.reset());

	it('runs a campaign of 100 executions on all workers and texts everybody once', async () => {
		const { sandbox } = world;
		const { id, postAll } = await publish(sendMany(), 'campaign');
		sandbox.addFault({ kind: 'latency', operationId: 'sendMessagesBulk' });
		const parts = Array.from({ length: 100 }, (_, part) => texts(40, 40 * part));
		expect(new Set(await postAll(parts))).toEqual(new Set([200]));
		// None is answered before each worker runs as many as it can at the same time.
		await until('all workers to be busy', SOON, async () => {
			return sandbox.listFaults()[0].hits === 3 * CONCURRENCY || undefined;
		});
		sandbox.clearFaults();

		const executions = await running().main.waitForExecutions(id, 100);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		const ids = executions.map((execution) => execution.id);
		const shares = await sharesOf(ids);
		expect(shares.reduce((sum, share) => sum + share)).toBe(100);
		expect(Math.min(...shares)).toBeGreaterThanOrEqual(CONCURRENCY);
		const outcomes = (await Promise.all(ids.map(outcomesOf))).flat();
		expect(outcomes.filter(({ status }) => status === 'queued')).toHaveLength(4_000);
		expect(new Set(outcomes.map(({ to }) => to)).size).toBe(4_000);
		expect(await received()).toEqual({ texts: 4_000, phones: 4_000, duplicates: 0 });
	});

	it('runs one execution of 5,000 items on a worker', async () => {
		const { main } = running();
		const id = await main.importWorkflow(manualWorkflow(texts(5_000), sendMany()));
		const execution = await main.waitForExecution(await main.run(id));
		expect((await sharesOf([execution.id])).sort()).toEqual([0, 0, 1]);
		expect(nodeOutput(execution, 'Trackly')).toHaveLength(5_000);
		expect(await received()).toEqual({ texts: 5_000, phones: 5_000, duplicates: 0 });
	});

	it('registers the trigger; each event posted to the webhook processor starts one execution, a forged one none', async () => {
		const { main, webhookUrl } = running();
		const { sandbox } = world;
		const id = await main.importWorkflow(eventsWorkflow());
		await main.activate(id);
		const url = await webhookUrl(id);
		// Main has registered it; the webhook processor knows the secret from the database.
		expect(sandbox.listWebhooks()).toEqual([expect.objectContaining({ url })]);

		const forged = JSON.stringify({ event: 'reply', phone_number: '+12025550111' });
		const signature = { 'x-trackly-signature': 'a'.repeat(64) };
		const refused = [post(url, forged), post(url, forged, signature)];
		expect(await Promise.all(refused)).toEqual([401, 401]);

		for (const { to, order } of texts(100)) sandbox.answer(to, LIST, order);
		const executions = await main.waitForExecutions(id, 100);
		await sandbox.whenIdle();
		const events = await Promise.all(
			executions.map(async (each) =>
				nodeOutput(await main.execution(each.id), 'Trackly Trigger').map(({ json }) => json.text),
			),
		);
		expect(events.flat().sort()).toEqual(
			texts(100)
				.map(({ order }) => order)
				.sort(),
		);
		expect(await main.executions({ workflowId: id })).toHaveLength(100);
		expect(Math.min(...(await sharesOf(executions.map((each) => each.id))))).toBeGreaterThan(0);
	});

	it('registers one endpoint when two main processes publish at the same moment', async () => {
		const { main, startMain, webhookUrl } = running();
		const { sandbox } = world;
		const other = await startMain();
		const id = await main.importWorkflow(eventsWorkflow());
		await Promise.all([main, other].map(async (each) => await each.activate(id)));
		const url = await webhookUrl(id);
		expect(sandbox.listWebhooks()).toHaveLength(1);
		const [{ secret = '', url: registered }] = sandbox.listWebhooks();
		expect(registered).toBe(url);
		await other.stop();
		await postEvent(url, secret, replyOf('+12025550111', 'One'));
		await main.waitForExecutions(id, 1);
		await main.deactivate(id);
	});

	it('skips what an execution on another worker has sent before, by its Idempotency Key', async () => {
		const { main } = running();
		const id = await main.importWorkflow(manualWorkflow(texts(300), sendMany(withKey)));
		const ids: string[] = [];
		await until('all workers to run it', SOON, async () => {
			ids.push((await main.waitForExecution(await main.run(id))).id);
			return (await sharesOf(ids)).every((share) => share > 0) || undefined;
		});
		const [first, ...later] = await Promise.all(ids.map(outcomesOf));
		expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['queued']));
		for (const outcomes of later) {
			expect(outcomes).toHaveLength(300);
			expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(new Set(['already_sent']));
		}
		expect(await received()).toEqual({ texts: 300, phones: 300, duplicates: 0 });
	});

	it('texts nobody twice when workers use the same key at the same moment, with a strict scope', async () => {
		const { main } = running();
		const strict = { safeguards: { ...withKey.safeguards, idempotencyScope: 'nodeStrict' } };
		const { id, postAll } = await publish(send(strict), 'strict');
		const pairs = texts(50).flatMap((text) => [[text], [text]]);
		expect(new Set(await postAll(pairs))).toEqual(new Set([200]));
		const executions = await main.waitForExecutions(id, 100);
		expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
		const ids = executions.map((execution) => execution.id);
		const outcomes = (await Promise.all(ids.map(outcomesOf))).flat();
		const sentTo = (status: string) =>
			outcomes.filter((outcome) => outcome.status === status).map(({ to }) => to);
		const all = texts(50).map(({ to }) => to);
		expect(sentTo('queued').sort()).toEqual(all);
		expect(sentTo('skipped').sort()).toEqual(all);
		expect(await received()).toEqual({ texts: 50, phones: 50, duplicates: 0 });
		expect((await sharesOf(ids)).filter((share) => share > 0).length).toBeGreaterThan(1);
		// What it ran to hold its lock, n8n has not kept.
		expect(await main.executions({ workflowId: id })).toHaveLength(100);
	});

	it('passes replies on to the executions that wait for them, on whatever worker', async () => {
		const { main, webhookUrl } = running();
		const publishExample = async (file: string) => {
			const id = await main.importWorkflow(exampleWithoutRegistration(file), [world.credential]);
			await main.activate(id);
			return id;
		};
		const asking = await publishExample('ask-by-text.json');
		const passing = await publishExample('pass-replies-on.json');
		const url = await webhookUrl(passing);
		const ask = node(
			'Ask',
			'n8n-nodes-base.executeWorkflow',
			{
				workflowId: { __rl: true, mode: 'id', value: asking },
				mode: 'each',
				options: { waitForSubWorkflow: false },
			},
			{ typeVersion: 1.1 },
		);
		const asked = await publish(ask, 'asked');
		const phones = texts(20).map(({ to }) => to);
		await asked.postAll(phones.map((to) => [{ to, list: LIST, question: 'Which tea?' }]));
		await until('all to wait', SOON, async () => {
			const waiting = await main.executions({ workflowId: asking, status: 'waiting' });
			return waiting.length === phones.length || undefined;
		});
		await Promise.all(
			phones.map((phone) => postEvent(url, world.webhookSecret, replyOf(phone, `Tea ${phone}`))),
		);
		const ended = await main.waitForExecutions(asking, phones.length);
		const answers = await Promise.all(
			ended.map(async ({ id }) => {
				const execution = await main.execution(id);
				const [{ json: question }] = nodeOutput(execution, 'Question');
				return [question.to, nodeOutput(execution, 'Answer')[0]?.json.text];
			}),
		);
		expect(answers.sort()).toEqual(phones.map((phone) => [phone, `Tea ${phone}`]));
		const passed = await main.waitForExecutions(passing, phones.length);
		const normal = passed.map(async ({ id }) =>
			nodeOutput(await main.execution(id), 'Normal Handling'),
		);
		expect((await Promise.all(normal)).flat()).toEqual([]);
		expect(await received()).toMatchObject({ texts: 20, duplicates: 0 });
		const shares = await sharesOf(ended.map(({ id }) => id));
		expect(shares.filter((share) => share > 0).length).toBeGreaterThan(1);
	});

	it('texts nobody twice when a worker is killed in mid-campaign and its execution tried again', async () => {
		const { main, workers, webhooks } = running();
		const { sandbox } = world;
		sandbox.addFault({ kind: 'latency', latencyMs: 100, operationId: 'sendMessage' });
		const { id, postAll } = await publish(send(withKey), 'killed');
		expect(await postAll([texts(2_000)])).toEqual([200]);
		const sent = () => sandbox.journal().summary().texts;
		await until('some texts to be sent', SOON, async () => sent() >= 50 || undefined);
		const [{ id: killedId }] = await main.executions({ workflowId: id });
		const worker = workers.find((each) => takenBy(each).includes(killedId)) as N8nInstance;
		await worker.kill();
		const before = (await received()).texts;
		expect(before).toBeLessThan(2_000);
		sandbox.clearFaults();

		// Back on its folder, the worker finds out what it was doing and calls that crashed.
		await worker.restart();
		expect(await main.waitForExecution(killedId)).toMatchObject({ status: 'crashed' });
		const retried = await main.waitForExecution(await main.retryExecution(killedId));
		expect(retried.status).toBe('success');
		const outcomes = nodeOutput(retried, 'Trackly').map(({ json }) => json);
		const skipped = outcomes.filter(({ reason }) => reason === 'already_sent').length;
		const queued = outcomes.filter(({ status }) => status === 'queued').length;
		expect(skipped + queued).toBe(2_000);
		expect(await received()).toMatchObject({ texts: before + queued, duplicates: 0 });
		// Eight requests were under way at most. Their keys were taken, so that they are not repeated.
		expect(skipped - before).toBeGreaterThanOrEqual(0);
		expect(skipped - before).toBeLessThanOrEqual(8);

		// When the queue misses the worker's sign of life, n8n gives the execution up for good.
		const givenUp = `Problem with execution ${killedId}: `;
		await until(
			givenUp,
			SOON,
			async () => webhooks.some((webhook) => webhook.logs().includes(givenUp)) || undefined,
		);
		expect(workers.flatMap(takenBy).filter((each) => each === killedId)).toHaveLength(1);
		expect(await received()).toMatchObject({ texts: before + queued, duplicates: 0 });
	});
});
