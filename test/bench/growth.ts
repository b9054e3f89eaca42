import type { INode, INodeParameters } from 'n8n-workflow';

import { node } from '../e2e/world';
import { LIST } from './account';
import { median, rounded, type Measurement, type Print } from './figure';
import { customers, mapAutomatically, sendMany, threeExpressions } from './sending';
import {
	chain,
	checkItems,
	codeNode,
	execute,
	inWorld,
	nodeTime,
	peakMemory,
	tracklyNode,
	type BenchWorld,
} from './world';

const SIZES = [1_000, 10_000, 100_000];
const RUNS = 5;
const MEMORY_RUNS = 3;

/** How time grows with the number of items. */
export const growth: Measurement = {
	figures: ['growth10kTo100k'],
	measure: async (print) =>
		await inWorld(async (world) => {
			const [, many, more] = await times(world, print);
			return { growth10kTo100k: rounded(more / many) };
		}),
};

/**
 * How much higher the peak of n8n's memory is for each further item, from 10,000 to 100,000, with
 * everything n8n holds for it: the item, its outcome, and what it saves and reads back. The node's part of it is what
 * n8n does not need with a node that does nothing in its place; its work is what n8n does not need with
 * one that outputs the same items without sending anything.
 */
export const memory: Measurement = {
	figures: ['bytesPerItem', 'bytesPerItemOfNode', 'bytesPerItemWorking'],
	measure: async (print) =>
		await inWorld(async (world) => {
			const whole = await memoryPerItem(world, sendMany(world, mapAutomatically), print);
			const bare = await memoryPerItem(world, node('Nothing', 'n8n-nodes-base.noOp', {}), print);
			const same = await memoryPerItem(world, queuedItems(), print);
			return {
				bytesPerItem: Math.round(whole),
				bytesPerItemOfNode: Math.round(whole - bare),
				bytesPerItemWorking: Math.round(whole - same),
			};
		}),
};

interface Work {
	name: string;
	nodes(count: number): INode[];
	runs: number;
	accepted: string;
}

/** Prints the time per item of each kind of work. @returns those of Send Many, Map Automatically */
async function times(world: BenchWorld, print: Print): Promise<number[]> {
	const [first, ...others] = works(world);
	await warmUp(world, first);
	const result = await timesOf(world, first, print);
	for (const work of others) await timesOf(world, work, print);
	return result;
}

/** Lets n8n and the account compile what they run often: the first size would pay for the others. */
async function warmUp(world: BenchWorld, work: Work): Promise<void> {
	await world.account.reset();
	await execute(world, await chain(world, work.nodes(Math.max(...SIZES))));
}

function works(world: BenchWorld): Work[] {
	return [
		{
			name: 'Send Many, Map Automatically',
			nodes: (count) => [customers(count), sendMany(world, mapAutomatically)],
			runs: RUNS,
			accepted: 'queued',
		},
		{
			name: 'Create or Update Many, Map Automatically',
			nodes: (count) => [contacts(count), upsertMany(world, mapAutomatically)],
			runs: RUNS,
			accepted: 'saved',
		},
		// n8n takes minutes to evaluate 300,000 expressions.
		{
			name: 'Send Many, three expressions',
			nodes: (count) => [customers(count), sendMany(world, threeExpressions)],
			runs: 1,
			accepted: 'queued',
		},
		{
			name: 'Create or Update Many, one expression',
			nodes: (count) => [contacts(count), upsertMany(world, oneExpression)],
			runs: 1,
			accepted: 'saved',
		},
	];
}

/** @returns milliseconds per item for each of the sizes */
async function timesOf(world: BenchWorld, work: Work, print: Print): Promise<number[]> {
	print(`${work.name}, median of ${work.runs}`);
	const result: number[] = [];
	for (const count of SIZES) {
		const workflowId = await chain(world, work.nodes(count));
		const each: number[] = [];
		for (let run = 0; run < work.runs; run++) {
			await world.account.reset();
			const execution = await execute(world, workflowId);
			checkItems(execution, 'Trackly', count, ({ status }) => status === work.accepted);
			each.push(nodeTime(execution, ['Trackly']) / count);
		}
		result.push(median(each));
		print(`  ${count.toLocaleString('en')} items: ${median(each).toFixed(4)} ms an item`);
	}
	return result;
}

/** Bytes for each item that 100,000 have more than 10,000; each run in a fresh n8n process. */
async function memoryPerItem(world: BenchWorld, last: INode, print: Print): Promise<number> {
	const [, many, more] = SIZES;
	const peakOf = async (count: number) => {
		const workflowId = await chain(world, [customers(count), last]);
		const peaks: number[] = [];
		for (let run = 0; run < MEMORY_RUNS; run++) {
			await world.account.reset();
			await world.n8n.restart();
			const runAndCheck = async () =>
				checkItems(
					await execute(world, workflowId),
					last.name,
					count,
					({ to }) => to !== undefined,
				);
			peaks.push(await peakMemory(world, runAndCheck));
		}
		print(`  ${count.toLocaleString('en')} items: ${(median(peaks) / 1e6).toFixed(0)} MB`);
		return median(peaks);
	};
	print(`Most memory of n8n, ${last.name}, median of ${MEMORY_RUNS}`);
	const small = await peakOf(many);
	return ((await peakOf(more)) - small) / (more - many);
}

/** Edit Fields that outputs what Send Many outputs of each item; it evaluates nothing. */
function queuedItems(): INode {
	const assignments = [
		{ id: 'status', name: 'status', type: 'string', value: 'queued' },
		{ id: 'list', name: 'list_number', type: 'string', value: LIST },
		{ id: 'batch', name: 'batch', type: 'number', value: 1 },
	];
	return node(
		'Edit Fields',
		'n8n-nodes-base.set',
		{
			assignments: { assignments },
			includeOtherFields: true,
			include: 'selected',
			includeFields: 'to, body',
			options: {},
		},
		{ typeVersion: 3.4 },
	);
}

function contacts(count: number): INode {
	return codeNode(
		'Contacts',
		`return Array.from({ length: ${count} }, (_, index) => ({ json: {
			phone_number: '+1' + (2025500000 + index),
			custom_fields: { first_name: 'Customer ' + index, points: index },
		} }));`,
	);
}

const oneExpression: INodeParameters = {
	mappingMode: 'defineBelow',
	value: { phone_number: '={{ $json.phone_number }}' },
	matchingColumns: [],
	schema: [
		{
			id: 'phone_number',
			displayName: 'Phone Number',
			required: true,
			defaultMatch: false,
			display: true,
			type: 'string',
		},
	],
};

function upsertMany(world: BenchWorld, columns: INodeParameters): INode {
	return tracklyNode(world, {
		resource: 'contact',
		operation: 'upsertMany',
		listNumber: { __rl: true, mode: 'number', value: LIST },
		columns,
	});
}
