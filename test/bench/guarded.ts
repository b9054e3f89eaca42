import type { INode, INodeParameters } from 'n8n-workflow';

import { compare, median, rounded, type Measurement, type Print } from './figure';
import { mapAutomatically, sendMany, sendOneByOne, timed } from './sending';
import { chain, checkItems, codeNode, execute, inWorld, nodeTime, type BenchWorld } from './world';

const MANY = 10_000;
const ONE_BY_ONE = 500;
const RUNS = 3;
/** Keys that n8n remembers already when further ones are used. */
const HISTORIES = [10_000, 100_000];
const FURTHER = 1_000;

/** All safeguards but a pace, which is there to be slow. */
const guards = (idempotencyHistorySize: number): INodeParameters => ({
	safeguards: {
		idempotencyKey: '={{ $json.order }}',
		idempotencyHistorySize,
		skipOptedOut: true,
	},
});

/** Customers as `customers` makes them, each with an order that no run had before. */
function orders(count: number): INode {
	return codeNode(
		'Orders',
		`const run = Date.now() + Math.random();
		return Array.from({ length: ${count} }, (_, index) => ({ json: {
			to: '+1' + (2025500000 + index),
			body: 'Order ' + index + ' is on its way and arrives on Friday before 7.',
			first_name: 'Customer ' + index,
			order: run + '-' + index,
		} }));`,
	);
}

/**
 * What safeguards cost: the time with an idempotency key for each item and opt-outs looked up, as a
 * multiple of the time without. Less is better.
 */
export const guarded: Measurement = {
	figures: ['sendManyGuardedCost', 'sendGuardedCost'],
	measure: async (print) =>
		await inWorld(async (world) => ({
			sendManyGuardedCost: await cost(world, 'Send Many', MANY, manyOf, print),
			sendGuardedCost: await cost(world, 'Send', ONE_BY_ONE, sendOneByOne, print),
		})),
};

const manyOf = (world: BenchWorld, more: INodeParameters) =>
	sendMany(world, mapAutomatically, more);

async function cost(
	world: BenchWorld,
	name: string,
	count: number,
	nodeOf: (world: BenchWorld, more: INodeParameters) => INode,
	print: Print,
): Promise<number> {
	const subject = async (how: string, more: INodeParameters) =>
		timed(
			world,
			`${name} ${how} safeguards`,
			await chain(world, [orders(count), nodeOf(world, more)]),
			['Trackly'],
			(execution) => checkItems(execution, 'Trackly', count, ({ status }) => status === 'queued'),
			count,
		);
	print(`${name} of ${count} items: a key for each and opt-outs, against neither`);
	return await compare(await subject('without', {}), await subject('with', guards(count)), {
		runs: RUNS,
		unit: 'ms an item',
		print,
	});
}

/** Milliseconds an item of 1,000 new keys, when n8n remembers as many others as its history holds. */
export const histories: Measurement = {
	figures: HISTORIES.map(figureOf),
	measure: async (print) =>
		await inWorld(async (world) => {
			const results: Record<string, number> = {};
			for (const size of HISTORIES) results[figureOf(size)] = await withHistory(world, size, print);
			return results;
		}),
};

function figureOf(size: number): string {
	return `keyMsWith${size / 1_000}kKeys`;
}

async function withHistory(world: BenchWorld, size: number, print: Print): Promise<number> {
	// Its workflow's own list: a node in another one has another.
	const node = sendMany(world, mapAutomatically, guards(size + FURTHER));
	const workflowId = await chain(world, [orders(size), node]);
	const filled = nodeTime(await execute(world, workflowId), ['Trackly']);
	print(
		`A history of ${size.toLocaleString('en')} keys: filled in ${(filled / 1_000).toFixed(1)} s`,
	);
	await replaceNode(world, workflowId, orders(FURTHER));
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) {
		await world.account.reset();
		const execution = await execute(world, workflowId);
		checkItems(execution, 'Trackly', FURTHER, ({ status }) => status === 'queued');
		times.push(nodeTime(execution, ['Trackly']) / FURTHER);
	}
	print(`  ${FURTHER.toLocaleString('en')} further keys: ${median(times).toFixed(3)} ms an item`);
	return rounded(median(times));
}

/** Replaces the node of the same name; the others keep what n8n remembers for them. */
async function replaceNode({ n8n }: BenchWorld, workflowId: string, by: INode): Promise<void> {
	const { versionId, nodes } = await n8n.rest<{ versionId: string; nodes: INode[] }>(
		'GET',
		`/workflows/${workflowId}`,
	);
	const changed = nodes.map((each) =>
		each.name === by.name ? { ...each, parameters: by.parameters } : each,
	);
	await n8n.rest('PATCH', `/workflows/${workflowId}`, { versionId, nodes: changed });
}
