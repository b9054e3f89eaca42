import { readFile } from 'node:fs/promises';
import type { INodeParameters } from 'n8n-workflow';

import { nodeRuns } from '../../host/n8n';
import { until } from '../../host/poll';
import { manualWorkflow, node, trackly } from '../e2e/world';
import { LIST } from './account';
import { median, rounded, spread, type Measurement, type Print } from './figure';
import {
	inQueueWorld,
	keyedSend,
	post,
	publish,
	resetAccount,
	type QueueWorld,
} from './queueWorld';

const PAIRS = 15;
const WARM_UP_EVENTS = 100;
const EVENTS = 300;
const DEADLINE_MS = 120_000;
const FIGURES = ['sendManyWorkerMs', 'sendWorkerMs', 'eventWorkerMs', 'strictMs'];
const MANY = 10_000;
const FEW = 500;

/** Milliseconds of a tick of Linux's processor clock. */
const TICK_MS = 10;

/** Processor time in milliseconds, by the kind of process. */
interface Cost {
	main: number;
	workers: number;
	webhooks: number;
}

/**
 * What a text and an event cost each process of n8n's queue mode, in milliseconds of the processor,
 * which depends little on what else runs there; and how much longer a request takes with strict
 * keys. With n8n's usual expression engine, and with the one that is only prepared when needed.
 */
export const workers: Measurement = {
	figures: FIGURES.flatMap((figure) => [figure, `${figure}Lazy`]),
	async measure(print) {
		const lazy = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
		const usual = await inQueueWorld({}, print, async (world) => await costs(world, '', print));
		const other = await inQueueWorld(lazy, print, async (each) => await costs(each, 'Lazy', print));
		return { ...usual, ...other };
	},
};

async function costs(
	world: QueueWorld,
	engine: string,
	print: Print,
): Promise<Record<string, number>> {
	resetAccount(world);
	const costOf = async (what: string, count: number, work: () => Promise<unknown>) => {
		const { main, workers: all, webhooks } = await spent(world, work);
		const each = (cost: number) => (cost / count).toFixed(2);
		print(
			`${engine} ${what}, ms each: worker ${each(all)}, webhook processor ${each(webhooks)}, main ${each(main)}`,
		);
		return rounded(all / count);
	};
	// What is done for the first time takes longer.
	await sendOnce(world, 10, 'sendMany');
	await sendOnce(world, 10, 'send');
	const makeEvents = await publishTrigger(world);
	await makeEvents(WARM_UP_EVENTS);
	const eventCost = await costOf('event', EVENTS, async () => makeEvents(EVENTS));
	return {
		[`sendManyWorkerMs${engine}`]: await costOf('Send Many', MANY, async () =>
			sendOnce(world, MANY, 'sendMany'),
		),
		[`sendWorkerMs${engine}`]: await costOf('Send', FEW, async () => sendOnce(world, FEW, 'send')),
		[`eventWorkerMs${engine}`]: eventCost,
		[`strictMs${engine}`]: await strictDifference(world, engine, print),
	};
}

const OPERATIONS: Record<'sendMany' | 'send', INodeParameters> = {
	sendMany: { operation: 'sendMany', columns: { mappingMode: 'autoMapInputData', value: null } },
	send: { operation: 'send', to: '={{ $json.to }}', body: '={{ $json.body }}' },
};

async function sendOnce(
	{ queue: { main }, world }: QueueWorld,
	count: number,
	operation: keyof typeof OPERATIONS,
): Promise<void> {
	const items = Array.from({ length: count }, (_, index) => ({
		to: `+1202${5_600_000 + index}`,
		body: 'Tasting night is on Friday at 7.',
	}));
	const listNumber = { __rl: true, mode: 'number', value: LIST };
	const last = trackly(world, { resource: 'message', listNumber, ...OPERATIONS[operation] });
	const id = await main.importWorkflow(manualWorkflow(items, last));
	const execution = await main.waitForExecution(await main.run(id), DEADLINE_MS);
	if (execution.status !== 'success') throw new Error(`${operation} ended as ${execution.status}`);
}

/** Publishes a trigger. @returns what makes events and waits for their executions */
async function publishTrigger({ queue: { main, webhookUrl }, world }: QueueWorld) {
	const { id: credential, name } = world.credential;
	const trigger = node(
		'Trackly Trigger',
		'n8n-nodes-trackly.tracklyTrigger',
		{ events: ['reply'] },
		{
			webhookId: '6f1c0d9e-3333-4222-8333-444455550009',
			credentials: { tracklyApi: { id: credential, name } },
		},
	);
	const workflowId = await main.importWorkflow({
		name: 'Events',
		nodes: [trigger],
		connections: {},
	});
	await main.activate(workflowId);
	await webhookUrl(workflowId);
	let before = 0;
	return async (count: number) => {
		for (let index = 0; index < count; index++) {
			world.sandbox.answer(`+1202${5_600_000 + index}`, LIST, 'Is it still on?');
		}
		before += count;
		await until(`${before} executions`, DEADLINE_MS, async () => {
			const ended = await main.countExecutions({ workflowId, status: 'success' });
			return ended === before || undefined;
		});
	};
}

/**
 * By how much the median of the node's time is longer with strict keys, one text after the other.
 * Below zero: they need no check at the end.
 */
async function strictDifference(world: QueueWorld, engine: string, print: Print): Promise<number> {
	resetAccount(world);
	const { main } = world.queue;
	const scopes = ['node', 'nodeStrict'];
	const published = await Promise.all(
		scopes.map(async (scope) => await publish(world, keyedSend(world, scope))),
	);
	for (let turn = 0; turn <= PAIRS; turn++) {
		for (const [scope, { id, urls }] of published.entries()) {
			const to = `+1202${5_600_000 + 2 * turn + scope}`;
			await post(urls[0], { to, order: `order-${turn}` });
			await main.waitForExecutions(id, turn + 1);
		}
	}
	const medians = await Promise.all(
		published.map(async ({ id }, scope) => {
			const read = (await main.executionsWithData(id)).sort((a, b) => Number(a.id) - Number(b.id));
			// The first one makes the list.
			const times = read.slice(1).map((each) => nodeRuns(each, 'Trackly')[0].executionTime);
			print(`${engine} Send with the scope ${scopes[scope]}, ms: ${spread(times, 0)}`);
			return median(times);
		}),
	);
	return rounded(medians[1] - medians[0]);
}

async function spent({ queue }: QueueWorld, work: () => Promise<unknown>): Promise<Cost> {
	const read = async (): Promise<Cost> => ({
		main: await processorTime([queue.main]),
		workers: await processorTime(queue.workers),
		webhooks: await processorTime(queue.webhooks),
	});
	const before = await read();
	await work();
	const after = await read();
	return {
		main: after.main - before.main,
		workers: after.workers - before.workers,
		webhooks: after.webhooks - before.webhooks,
	};
}

/** Milliseconds of the processor that processes have used so far, all together (Linux only). */
async function processorTime(processes: ReadonlyArray<{ pid: number }>): Promise<number> {
	const ticks = processes.map(async ({ pid }) => {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
		// After the name, which may hold spaces: the state is the third field, user and system time are
		// the 14th and 15th.
		const [user, system] = stat
			.slice(stat.lastIndexOf(')') + 2)
			.split(' ')
			.slice(11, 13);
		return Number(user) + Number(system);
	});
	return (await Promise.all(ticks)).reduce((sum, each) => sum + each, 0) * TICK_MS;
}
