import type { INode } from 'n8n-workflow';

import { node } from '../e2e/world';
import { nodeOutput, type Execution } from '../../host/n8n';
import { LIST } from './account';
import { compare, median, rounded, type Measurement, type Print } from './figure';
import {
	chain,
	checkItems,
	execute,
	httpNode,
	inWorld,
	nodeTime,
	peakMemory,
	tracklyNode,
	type BenchWorld,
} from './world';

const CONTACTS = 100_000;
const PAGE = 1_000;
const LATENCIES_MS = [20, 200];
const MEMORY_RUNS = 3;

/** Contact > Get Many of 100,000 contacts against the pagination of n8n's HTTP Request node. */
export const reading: Measurement = {
	figures: ['getAllVsHttpNode20ms', 'getAllVsHttpNode200ms', 'getAllMemoryVsHttpNode'],
	measure: async (print) =>
		await inWorld(async (world) => {
			await world.account.setLatency(0);
			await world.account.reset();
			await world.account.fill(CONTACTS);
			const ours = await chain(world, [getAll(world)]);
			const theirs = await chain(world, [paginated(world)]);
			const results: Record<string, number> = {};
			for (const latency of LATENCIES_MS) {
				await world.account.setLatency(latency);
				print(`Get Many of ${CONTACTS} contacts, ${latency} ms`);
				results[`getAllVsHttpNode${latency}ms`] = await compare(
					reader(world, 'Get Many', ours, 'Trackly', checkContacts),
					reader(world, 'HTTP Request with pagination', theirs, 'HTTP Request', checkPages),
					{ print },
				);
			}
			await world.account.setLatency(LATENCIES_MS[0]);
			return { ...results, getAllMemoryVsHttpNode: await memory(world, print) };
		}),
};

function reader(
	world: BenchWorld,
	name: string,
	workflowId: string,
	nodeName: string,
	check: (execution: Execution) => void,
) {
	return {
		name,
		run: async () => {
			const execution = await execute(world, workflowId);
			check(execution);
			return nodeTime(execution, [nodeName]);
		},
	};
}

/**
 * Most memory of n8n's process until there is an item for each contact: for the HTTP Request node
 * with n8n's Split Out behind it. Each run has a fresh n8n process.
 */
async function memory(world: BenchWorld, print: Print): Promise<number> {
	const ours = await chain(world, [getAll(world)]);
	const theirs = await chain(world, [paginated(world), splitOut()]);
	const peak = async (workflowId: string) => {
		await world.n8n.restart();
		return (await peakMemory(world, async () => void (await execute(world, workflowId)))) / 1e6;
	};
	const [mine, other]: number[][] = [[], []];
	for (let turn = 0; turn < MEMORY_RUNS; turn++) {
		mine.push(await peak(ours));
		other.push(await peak(theirs));
	}
	print(`Memory of n8n, median of ${MEMORY_RUNS} runs in a fresh process`);
	print(`  Get Many, MB: ${median(mine).toFixed(0)}`);
	print(`  HTTP Request and Split Out, MB: ${median(other).toFixed(0)}`);
	return rounded(median(other) / median(mine));
}

function getAll(world: BenchWorld): INode {
	return tracklyNode(world, {
		resource: 'contact',
		operation: 'getAll',
		returnAll: true,
		filters: { listNumber: { __rl: true, mode: 'number', value: LIST } },
	});
}

function paginated(world: BenchWorld): INode {
	return httpNode(world, '/contacts', {
		sendQuery: true,
		queryParameters: {
			parameters: [
				{ name: 'list_number', value: LIST },
				{ name: 'per_page', value: String(PAGE) },
			],
		},
		options: {
			pagination: {
				pagination: {
					parameters: {
						parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
					},
					paginationCompleteWhen: 'other',
					completeExpression: `={{ $response.body.contacts.length < ${PAGE} }}`,
				},
			},
		},
	});
}

function splitOut(): INode {
	return node(
		'Split Out',
		'n8n-nodes-base.splitOut',
		{ fieldToSplitOut: 'contacts', options: {} },
		{ typeVersion: 1 },
	);
}

function checkContacts(execution: Execution): void {
	const items = nodeOutput(execution, 'Trackly');
	const phones = new Set(items.map(({ json }) => json.phone_number));
	// The account has a few of its own on this list.
	if (phones.size < CONTACTS) throw new Error(`Get Many gave ${phones.size} different contacts`);
	checkItems(execution, 'Trackly', items.length, inOrder());
}

function checkPages(execution: Execution): void {
	const pages = nodeOutput(execution, 'HTTP Request').map(({ json }) => json.contacts as unknown[]);
	const contacts = pages.reduce((sum, { length }) => sum + length, 0);
	if (contacts < CONTACTS) throw new Error(`HTTP Request gave ${contacts} contacts`);
}

/** Newest sign-up first. */
function inOrder(): (json: Record<string, unknown>) => boolean {
	let before: string | undefined;
	return ({ signup_date: date }) => {
		const isRight = before === undefined || String(date) <= before;
		before = String(date);
		return isRight;
	};
}
