import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { RequestEntry } from '../../sandbox/trackly';
import { campaigns, type Campaign } from '../chaos/campaigns';
import { violationsOf, type ExecutionRecord } from '../chaos/check';
import { reportedIn } from '../chaos/reported';
import { verdictOf } from '../chaos/verdict';
import { nodeRuns, type Execution, type WorkflowFile } from '../../host/n8n';
import { until } from '../../host/poll';
import { manualWorkflow, node, trackly, useWorld } from './world';
import { SOON } from './soon';

const FEW = 0.05;
const LOOK_EVERY = 50; // ms
const UNDER_WAY = 8; // requests at once, the node's default

const log: string[] = [];
const world = useWorld(
	{ N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console,file' },
	{ sandbox: { recordBodies: true, seedContacts: false }, log: (line) => log.push(line) },
);

const RETRY = { retryOnFail: true, maxTries: 5, waitBetweenTries: 50 } satisfies Partial<INode>;
/** In every item; the scan for secrets has to find it again. */
const MARKER = `marker-${randomUUID()}`;

const itemsOf = (campaign: Campaign, count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		...campaign.item(index),
		order: `${MARKER}-${index}`,
	}));

const nodeOf = (campaign: Campaign, settings: Partial<INode>, more: INodeParameters = {}) =>
	trackly(world(), { ...campaign.parameters, ...more }, settings);

const requestsOf = ({ operationId }: Campaign) => world().sandbox.journal().requests(operationId);

/** Some requests are done and their answers are lost: the same ones each time. */
const loseAnswers = ({ operationId }: Campaign, seed: string) =>
	world().sandbox.addFault({ kind: 'drop_after', operationId, probability: FEW, seed });

const runOf = async (file: WorkflowFile): Promise<Execution> => {
	const { n8n } = world();
	return await n8n.waitForExecution(await n8n.run(await n8n.importWorkflow(file)));
};

/** What is wrong with what n8n says, compared with what the account did. */
const compare = async (
	campaign: Campaign,
	items: IDataObject[],
	parts: ExecutionRecord[],
	underWayAtDeath = 0,
) => {
	const { sandbox } = world();
	await sandbox.whenIdle();
	const texts = sandbox.journal().texts();
	const optedOut = new Set<string>();
	const story = { campaign, items, parts, texts, optedOut, atMostOnce: true, restarts: false };
	return violationsOf({ ...story, storeFails: false, underWayAtDeath });
};

const partOf = (campaign: Campaign, execution: Execution, loopSize?: number): ExecutionRecord => ({
	silent: false,
	reported: reportedIn(nodeRuns(execution, 'Trackly'), loopSize),
	requests: requestsOf(campaign),
});

const countOf = ({ reported }: ExecutionRecord, verdict: string) =>
	reported.filter(({ json }) => verdictOf(json) === verdict).length;
const lostOf = (requests: readonly RequestEntry[]) =>
	requests.filter(({ fault }) => fault === 'drop_after');

/** The node in n8n's Loop Over Items, both of its outputs leading back. */
const loopWorkflow = (items: IDataObject[], inLoop: INode, batchSize: number): WorkflowFile => {
	const file = manualWorkflow(items, inLoop);
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	const loop = node('Loop', 'n8n-nodes-base.splitInBatches', { batchSize }, { typeVersion: 3 });
	return {
		...file,
		nodes: [...file.nodes, loop],
		connections: {
			...file.connections,
			Items: { main: [to('Loop')] },
			Loop: { main: [[], to(inLoop.name)] },
			[inLoop.name]: { main: [to('Loop'), to('Loop')] },
		},
	};
};

describe('campaigns in a real n8n while answers are lost', () => {
	beforeEach(() => world().sandbox.reset());

	it('10,000 texts in batches, with Retry On Fail', async () => {
		const campaign = campaigns.sendMany;
		const items = itemsOf(campaign, 10_000);
		loseAnswers(campaign, 'batches-6');
		const sender = nodeOf(campaign, RETRY, { options: { ifRecordsAreRejected: 'fail' } });
		const execution = await runOf(manualWorkflow(items, sender));
		expect(execution.status).toBe('success');
		const part = partOf(campaign, execution);
		expect(await compare(campaign, items, [part])).toEqual([]);
		const lost = lostOf(part.requests).length;
		expect(lost).toBeGreaterThan(0);
		expect(part.requests).toHaveLength(10);
		expect(countOf(part, 'unknown')).toBe(lost * 1_000);
		expect(countOf(part, 'accepted')).toBe(10_000 - lost * 1_000);
		expect(world().sandbox.journal().summary()).toMatchObject({ texts: 10_000, duplicates: 0 });
	});

	it('10,000 texts one by one, with On Error = Continue and a bad first item', async () => {
		const campaign = campaigns.send;
		const items = itemsOf(campaign, 10_000);
		items[0].to = 'nobody';
		loseAnswers(campaign, 'one-by-one');
		const sender = nodeOf(campaign, { ...RETRY, onError: 'continueRegularOutput' });
		const execution = await runOf(manualWorkflow(items, sender));
		expect(execution.status).toBe('success');
		const part = partOf(campaign, execution);
		expect(await compare(campaign, items, [part])).toEqual([]);
		const lost = lostOf(part.requests).length;
		expect(lost).toBeGreaterThan(300);
		expect(part.requests).toHaveLength(9_999);
		expect(countOf(part, 'unknown')).toBe(lost);
		expect(countOf(part, 'rejected')).toBe(1);
		expect(world().sandbox.journal().summary()).toMatchObject({ texts: 9_999, duplicates: 0 });
	});

	it('inside Loop Over Items, with an error output and a bad first item', async () => {
		const campaign = campaigns.send;
		const items = itemsOf(campaign, 1_000);
		items[0].to = 'nobody';
		loseAnswers(campaign, 'loop');
		const sender = nodeOf(campaign, { ...RETRY, onError: 'continueErrorOutput' });
		const execution = await runOf(loopWorkflow(items, sender, 100));
		expect(execution.status).toBe('success');
		const part = partOf(campaign, execution, 100);
		expect(await compare(campaign, items, [part])).toEqual([]);
		const lost = lostOf(part.requests).length;
		expect(lost).toBeGreaterThan(20);
		expect(countOf(part, 'unknown')).toBe(lost);
		expect(world().sandbox.journal().summary()).toMatchObject({ texts: 999, duplicates: 0 });
	});

	it.each([
		['in one go', undefined],
		['inside Loop Over Items', 60],
	])('retried by hand, %s, until it ends well', async (_, loopSize) => {
		const { n8n } = world();
		const campaign = campaigns.send;
		const items = itemsOf(campaign, 240);
		loseAnswers(campaign, 'by-hand');
		const sender = nodeOf(campaign, { ...RETRY, maxTries: 2 });
		const workflow = loopSize
			? loopWorkflow(items, sender, loopSize)
			: manualWorkflow(items, sender);
		let execution = await runOf(workflow);
		let failures = 0;
		while (execution.status === 'error') {
			failures++;
			execution = await n8n.waitForExecution(await n8n.retryExecution(execution.id));
		}
		expect(failures).toBeGreaterThan(1);
		expect(execution.status).toBe('success');
		const part = partOf(campaign, execution, loopSize);
		expect(await compare(campaign, items, [part])).toEqual([]);
		expect(countOf(part, 'unknown')).toBe(lostOf(part.requests).length);
		expect(world().sandbox.journal().summary()).toMatchObject({ texts: 240, duplicates: 0 });
	});
});

describe('n8n killed in mid-campaign, and the workflow run again with an Idempotency Key', () => {
	beforeEach(() => world().sandbox.reset());

	it.each([
		{ name: 'one by one', campaign: campaigns.send, count: 600, after: 150, latencyMs: 15 },
		{ name: 'in batches', campaign: campaigns.sendMany, count: 5_000, after: 2, latencyMs: 400 },
	])('$name', async ({ campaign, count, after, latencyMs }) => {
		const { n8n, sandbox } = world();
		const { operationId } = campaign;
		const items = itemsOf(campaign, count);
		const safeguards = { idempotencyKey: `={{ $json.order }}-${operationId}` };
		const workflow = manualWorkflow(items, nodeOf(campaign, {}, { safeguards }));
		sandbox.addFault({ kind: 'latency', latencyMs, operationId });
		const id = await n8n.importWorkflow(workflow);
		await n8n.run(id);
		await until('the middle of the campaign', SOON, async () =>
			requestsOf(campaign).length >= after ? true : undefined,
		);
		await n8n.kill();
		// What has left arrives, though nobody hears the answer.
		await lastRequest(campaign, latencyMs);
		const before = requestsOf(campaign).length;
		expect(before).toBeGreaterThanOrEqual(after);
		const done = new Set(requestsOf(campaign)).size;
		expect(done).toBeLessThan(campaign.batches ? count / 1_000 : count);
		sandbox.clearFaults();

		await n8n.restart();
		const execution = await n8n.waitForExecution(await n8n.run(id));
		expect(execution.status).toBe('success');
		const requests = requestsOf(campaign);
		const killed = { silent: true, reported: [], requests: requests.slice(0, before) };
		const again = { ...partOf(campaign, execution), requests: requests.slice(before) };
		const underWay = campaign.batches ? 1_000 : UNDER_WAY;
		expect(await compare(campaign, items, [killed, again], underWay)).toEqual([]);
		expect(countOf(again, 'skipped')).toBeGreaterThan(0);
		expect(countOf(again, 'accepted')).toBeGreaterThan(0);
		expect(sandbox.journal().summary().duplicates).toBe(0);
	});
});

/**
 * Waits until no request has come for a while, longer than the slowest takes. Counted in looks, in each of
 * which requests can come: a machine that stands still makes none longer.
 */
async function lastRequest(campaign: Campaign, latencyMs: number): Promise<void> {
	const looks = (2 * latencyMs + 500) / LOOK_EVERY;
	let seen = 0;
	let quiet = 0;
	await until(
		'the last request',
		SOON,
		async () => {
			const count = requestsOf(campaign).length;
			quiet = count === seen ? quiet + 1 : 0;
			seen = count;
			return quiet > looks || undefined;
		},
		LOOK_EVERY,
	);
}

describe('what n8n wrote down meanwhile', () => {
	/** Every file of n8n's folder (database, logs, settings), its output, and its executions. */
	const everything = async (): Promise<Map<string, string>> => {
		const { n8n } = world();
		const found = new Map([['the log', log.join('\n')]]);
		for (const entry of await readdir(n8n.dataDir, { recursive: true, withFileTypes: true })) {
			const file = path.join(entry.parentPath, entry.name);
			const isCode = path.relative(n8n.dataDir, file).includes('node_modules');
			if (entry.isFile() && !isCode) found.set(file, await readFile(file, 'latin1'));
		}
		// Long values are cut into pages in the database file; here they are whole.
		for (const { id } of await n8n.executions()) {
			found.set(`execution ${id}`, JSON.stringify(await n8n.execution(id)));
		}
		return found;
	};

	it('holds no API key and no signing secret', async () => {
		const { sandbox, webhookSecret } = world();
		// A node's name gets into the log.
		await runOf(manualWorkflow([{}], node(MARKER, 'n8n-nodes-base.noOp', {})));
		const texts = await everything();
		const placesOf = (needle: string) =>
			[...texts].filter(([, text]) => text.includes(needle)).map(([place]) => place);

		const marked = placesOf(MARKER);
		expect(marked).toContainEqual(expect.stringContaining('database.sqlite'));
		expect(marked).toContainEqual(expect.stringMatching(/^execution \d+$/));
		expect(marked).toContainEqual(expect.stringMatching(/\.log$/));
		expect(marked).toContain('the log');

		expect(placesOf(sandbox.apiKey)).toEqual([]);
		expect(placesOf(webhookSecret)).toEqual([]);
	});
});
