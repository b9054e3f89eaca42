import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';

import { changeDatabase } from '../../host/database';
import { compare, median, rounded, type Measurement, type Print } from './figure';
import { partsOf, printParts, watching, type Parts } from './parts';
import { mapAutomatically, sendMany, sendOneByOne, timed } from './sending';
import { chain, checkItems, codeNode, execute, inWorld, nodeTime, type BenchWorld } from './world';

const MANY = 10_000;
const ONE_BY_ONE = 500;
const RUNS = 3;
/** Runs of which the median one shows where the time goes. */
const RUNS_WATCHED = 7;
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
	measure: async (print) => {
		const folder = await mkdtemp(path.join(os.tmpdir(), 'trackly-bench-'));
		const file = path.join(folder, 'spans');
		try {
			return await inWorld(async (world) => {
				const many = await twoWays(world, MANY, manyOf);
				const sendManyGuardedCost = await cost(world, 'Send Many', MANY, many, print);
				await whereItGoes(world, many, file, print);
				const one = await twoWays(world, ONE_BY_ONE, sendOneByOne);
				const sendGuardedCost = await cost(world, 'Send', ONE_BY_ONE, one, print);
				return { sendManyGuardedCost, sendGuardedCost };
			}, watching(file));
		} finally {
			await rm(folder, { recursive: true });
		}
	},
};

/** Workflows of the same node, by ID: without safeguards and with them. */
type Ways = Record<'without' | 'with', string>;

async function twoWays(
	world: BenchWorld,
	count: number,
	nodeOf: (world: BenchWorld, more: INodeParameters) => INode,
): Promise<Ways> {
	const way = async (more: INodeParameters) =>
		await chain(world, [orders(count), nodeOf(world, more)]);
	return { without: await way({}), with: await way(guards(count)) };
}

/** What the time goes to, in further runs. */
async function whereItGoes(
	world: BenchWorld,
	ways: Ways,
	file: string,
	print: Print,
): Promise<void> {
	const runs: Record<keyof Ways, Parts[]> = { without: [], with: [] };
	for (let run = 0; run < RUNS_WATCHED; run++) {
		for (const way of ['without', 'with'] as const) {
			await world.account.reset();
			const execution = await execute(world, ways[way]);
			runs[way].push(partsOf(execution, 'Trackly', file));
		}
	}
	printParts(runs, print);
}

const manyOf = (world: BenchWorld, more: INodeParameters) =>
	sendMany(world, mapAutomatically, more);

async function cost(
	world: BenchWorld,
	name: string,
	count: number,
	ways: Ways,
	print: Print,
): Promise<number> {
	const subject = (way: keyof Ways) =>
		timed(
			world,
			`${name} ${way} safeguards`,
			ways[way],
			['Trackly'],
			(execution) => checkItems(execution, 'Trackly', count, ({ status }) => status === 'queued'),
			count,
		);
	print(`${name} of ${count} items: a key for each and opt-outs, against neither`);
	return await compare(subject('without'), subject('with'), {
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
	const node = sendMany(world, mapAutomatically, guards(size));
	const workflowId = await chain(world, [orders(FURTHER), node]);
	const once = async () => {
		await world.account.reset();
		const execution = await execute(world, workflowId);
		checkItems(execution, 'Trackly', FURTHER, ({ status }) => status === 'queued');
		return nodeTime(execution, ['Trackly']) / FURTHER;
	};
	await once();
	fillHistory(world, workflowId, size);
	const times: number[] = [];
	for (let run = 0; run < RUNS; run++) times.push(await once());
	print(
		`${FURTHER.toLocaleString('en')} further keys, when n8n remembers ${size.toLocaleString('en')}: ${median(times).toFixed(3)} ms an item`,
	);
	return rounded(median(times));
}

/** Names under which the node keeps a key. */
const NAMES_OF_KEY = 2;

/** Writes other keys into the list that a workflow has, as n8n keeps them: MD5 in Base64. */
function fillHistory({ n8n }: BenchWorld, workflowId: string, size: number): void {
	changeDatabase(
		n8n,
		`WITH RECURSIVE keys(place) AS (
			SELECT 1 UNION ALL SELECT place + 1 FROM keys WHERE place < ${NAMES_OF_KEY * size}
		)
		UPDATE processed_data SET value = json_object('mode', 'entries', 'data', json((
			SELECT json_group_array(printf('%022d==', place)) FROM keys
		))) WHERE workflowId = '${workflowId}'`,
	);
}
