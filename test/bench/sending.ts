import type { INode, INodeParameters } from 'n8n-workflow';

import { LIST } from './account';
import { compare, type Measurement, type Print, type Subject } from './figure';
import {
	chain,
	checkItems,
	codeNode,
	execute,
	httpNode,
	inWorld,
	LATENCY_MS,
	nodeTime,
	tracklyNode,
	type BenchWorld,
} from './world';

const MANY = 10_000;
const ONE_BY_ONE = 1_000;
const MAPPED = 5_000;
const list = { __rl: true, mode: 'number', value: LIST };

/** Makes items as a sheet or a CRM would give them. */
export function customers(count: number): INode {
	return codeNode(
		'Customers',
		`return Array.from({ length: ${count} }, (_, index) => ({ json: {
			to: '+1' + (2025500000 + index),
			body: 'Tasting night is on Friday at 7, and customer ' + index + ' is invited.',
			first_name: 'Customer ' + index,
		} }));`,
	);
}

export const mapAutomatically: INodeParameters = { mappingMode: 'autoMapInputData', value: null };

/** A mapping by hand with three expressions. */
export const threeExpressions: INodeParameters = {
	mappingMode: 'defineBelow',
	value: {
		to: '={{ $json.to }}',
		body: '={{ $json.body }}',
		first_name: '={{ $json.first_name }}',
	},
	matchingColumns: [],
	schema: ['to', 'body', 'first_name'].map((id) => ({
		id,
		displayName: id,
		required: id !== 'first_name',
		defaultMatch: false,
		display: true,
		type: 'string',
	})),
};

/** Message > Send Many. */
export function sendMany(
	world: BenchWorld,
	columns: INodeParameters,
	more: INodeParameters = {},
): INode {
	return tracklyNode(world, {
		resource: 'message',
		operation: 'sendMany',
		listNumber: list,
		columns,
		...more,
	});
}

/** Message > Send. */
export function sendOneByOne(world: BenchWorld, more: INodeParameters = {}): INode {
	return tracklyNode(world, {
		resource: 'message',
		operation: 'send',
		to: '={{ $json.to }}',
		listNumber: list,
		body: '={{ $json.body }}',
		additionalFields: { firstName: '={{ $json.first_name }}' },
		...more,
	});
}

/** Times the named nodes of a workflow; the account is empty before each run. */
export function timed(
	world: BenchWorld,
	name: string,
	workflowId: string,
	nodes: readonly string[],
	check: (execution: Awaited<ReturnType<typeof execute>>) => void,
	per = 1,
): Subject {
	return {
		name,
		run: async () => {
			await world.account.reset();
			const execution = await execute(world, workflowId);
			check(execution);
			return nodeTime(execution, nodes) / per;
		},
	};
}

/** Texts by Send Many against what people build by hand. */
export const sending: Measurement = {
	figures: [
		'sendManyVsHttpNode',
		'sendManyVsHandPacked',
		'manualMappingVsEditFields',
		'sendOneByOneVsHttpNode',
	],
	measure: async (print) =>
		await inWorld(async (world) => ({
			...(await many(world, print)),
			...(await byHand(world, print)),
			...(await oneByOne(world, print)),
		})),
};

async function many(world: BenchWorld, print: Print): Promise<Record<string, number>> {
	const ours = timed(
		world,
		'Send Many, Map Automatically',
		await chain(world, [customers(MANY), sendMany(world, mapAutomatically)]),
		['Trackly'],
		(execution) => checkItems(execution, 'Trackly', MANY, ({ status }) => status === 'queued'),
		MANY,
	);
	const onePerItem = httpOneByOne(world, MANY);
	const packed = timed(
		world,
		'Code that packs 1,000, then HTTP Request',
		await chain(world, [customers(MANY), codeNode('Pack', PACK), httpSendBulk(world)]),
		['Pack', 'HTTP Request'],
		(execution) =>
			checkItems(execution, 'HTTP Request', MANY / 1_000, (json) => json.queued_count === 1_000),
		MANY,
	);
	const unit = 'ms an item';
	print(`Send Many of ${MANY} items against one request per item, ${LATENCY_MS} ms`);
	const sendManyVsHttpNode = await compare(ours, await onePerItem, { unit, print });
	print(`Send Many of ${MANY} items against packing by hand, ${LATENCY_MS} ms`);
	const sendManyVsHandPacked = await compare(ours, packed, { unit, print });
	return { sendManyVsHttpNode, sendManyVsHandPacked };
}

async function byHand(world: BenchWorld, print: Print): Promise<Record<string, number>> {
	const ours = timed(
		world,
		'Send Many, three expressions',
		await chain(world, [customers(MAPPED), sendMany(world, threeExpressions)]),
		['Trackly'],
		(execution) => checkItems(execution, 'Trackly', MAPPED, ({ status }) => status === 'queued'),
		MAPPED,
	);
	const theirs = timed(
		world,
		'Edit Fields, the same three expressions, no request',
		await chain(world, [customers(MAPPED), editFields()]),
		['Edit Fields'],
		(execution) => checkItems(execution, 'Edit Fields', MAPPED, ({ to }) => isPhone(to)),
		MAPPED,
	);
	print(`Mapping by hand, ${MAPPED} items, ${LATENCY_MS} ms`);
	const ratio = await compare(ours, theirs, { unit: 'ms an item', print });
	return { manualMappingVsEditFields: ratio };
}

async function oneByOne(world: BenchWorld, print: Print): Promise<Record<string, number>> {
	const ours = timed(
		world,
		'Send',
		await chain(world, [customers(ONE_BY_ONE), sendOneByOne(world)]),
		['Trackly'],
		(execution) =>
			checkItems(execution, 'Trackly', ONE_BY_ONE, ({ status }) => status === 'queued'),
		ONE_BY_ONE,
	);
	const theirs = await httpOneByOne(world, ONE_BY_ONE);
	print(`Send, ${ONE_BY_ONE} items one by one, ${LATENCY_MS} ms`);
	const ratio = await compare(ours, theirs, { unit: 'ms an item', print });
	return { sendOneByOneVsHttpNode: ratio };
}

/** n8n's HTTP Request node, which makes all its requests at once. */
async function httpOneByOne(world: BenchWorld, count: number): Promise<Subject> {
	const send = httpNode(world, '/send', {
		method: 'POST',
		sendBody: true,
		bodyParameters: {
			parameters: [
				{ name: 'to', value: '={{ $json.to }}' },
				{ name: 'list_number', value: LIST },
				{ name: 'body', value: '={{ $json.body }}' },
				{ name: 'contact_data', value: '={{ { first_name: $json.first_name } }}' },
			],
		},
	});
	return timed(
		world,
		`HTTP Request, ${count} requests`,
		await chain(world, [customers(count), send]),
		[send.name],
		(execution) => checkItems(execution, send.name, count, ({ status }) => status === 'queued'),
		count,
	);
}

const PACK = `const batches = [];
const rows = $input.all();
for (let start = 0; start < rows.length; start += 1000) {
	const messages = rows.slice(start, start + 1000).map(({ json }) => ({
		to: json.to, list_number: '${LIST}', body: json.body,
		contact_data: { first_name: json.first_name },
	}));
	batches.push({ json: { messages } });
}
return batches;`;

function httpSendBulk(world: BenchWorld): INode {
	return httpNode(world, '/send/bulk', {
		method: 'POST',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ $json }}',
	});
}

/** n8n's Edit Fields node with the expressions of `threeExpressions`. */
function editFields(): INode {
	return {
		...codeNode('Edit Fields', ''),
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			assignments: {
				assignments: ['to', 'body', 'first_name'].map((name) => ({
					id: name,
					name,
					type: 'string',
					value: `={{ $json.${name} }}`,
				})),
			},
			options: {},
		},
	};
}

function isPhone(value: unknown): boolean {
	return typeof value === 'string' && value.startsWith('+1202');
}
