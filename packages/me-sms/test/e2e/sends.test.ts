import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Execution, WorkflowFile } from '../../../../host/n8n';
import { endOf, node as plainNode, type Ended } from '../../../../test/e2e/workflow';
import {
	THAI_NUMBERS_READ,
	THAI_NUMBERS_REFUSED,
	THAI_NUMBERS_REPAIRED,
	THAI_NUMBERS_UNUSUAL,
} from '../../../../test/kit/thaiNumbers';
import { seededNumbers } from '../../sandbox/seed/numbers';
import { branches, readFileNode, writeFileNode } from './branches';
import { fileOf, onDisk } from './disk';
import { peakMemory } from './memory';
import { NAME, SENDER, useWorld } from './world';

/** What leaves a real n8n, counted at the phones. */

const world = useWorld({ sandbox: { credits: 10_000_000, recordBodies: true } });

const TEXT = 'Tasting night on Friday at 7';
const SEND_MANY: INodeParameters = {
	resource: 'message',
	operation: 'sendMany',
	sender: SENDER,
	columns: { mappingMode: 'autoMapInputData', value: null },
};
const SEND_FILE: INodeParameters = {
	resource: 'message',
	operation: 'sendFile',
	sender: SENDER,
	content: TEXT,
};
const SEND: INodeParameters = {
	resource: 'message',
	operation: 'send',
	sender: SENDER,
	msisdns: '={{ $json.msisdn }}',
	content: TEXT,
};

const inFull = (number: number | string) => `66${Number(number)}`;
const times = <T>(count: number, value: T) => Array<T>(count).fill(value);

/** So many people, all with the same text, their numbers as people write them. */
const people = (count: number) =>
	[...seededNumbers(count, 3)].map((number) => ({ msisdn: `0${number}`, content: TEXT }));

const totals = () => world().sandbox.journal().summary();
const sends = () => world().sandbox.journal().requests('sendSms');
const numbersIn = (requests: ReturnType<typeof sends>) =>
	requests.flatMap(({ body }) => (body as { msisdns: string[] }).msisdns);

async function execute(file: WorkflowFile): Promise<Execution> {
	const { n8n } = world();
	return await n8n.waitForExecution(await n8n.run(await n8n.importWorkflow(file)));
}

/** Runs the node on a file of numbers. */
async function runOnFile(
	numbers: string[],
	parameters: INodeParameters,
	settings?: Partial<INode>,
): Promise<Ended> {
	const { n8n, node } = world();
	const read = readFileNode(await fileOf(n8n, numbers));
	return endOf(await execute(branches([read, node(parameters, settings)])), NAME);
}

// The first test: nothing has run in this n8n that could have made it larger.
it('two million numbers are one request, and their states come back as a file', async () => {
	const { sandbox, node, n8n } = world();
	sandbox.setSettings({ pageSize: 10_000 });
	const numbers = seededNumbers(2_000_000, 7);
	const count = numbers.length;
	const written = (function* () {
		for (const number of numbers) yield `0${number}`;
	})();
	const file = await fileOf(n8n, written);
	const states = await onDisk(n8n, 'states.csv');
	const getAll = { resource: 'recipient', operation: 'getAll', uuid: '={{ $json.uuid }}' };
	const recipients = { id: 'Recipients', name: 'Recipients' };
	const workflow = branches([
		readFileNode(file),
		node({ ...SEND_FILE, options: { numbersPerRequest: count } }),
		node({ ...getAll, returnAll: true, output: 'csv' }, recipients),
		writeFileNode(states),
	]);

	await peakMemory(n8n.pid);
	const before = await peakMemory(n8n.pid);
	const execution = await execute(workflow);
	const grown = (await peakMemory(n8n.pid)) - before;
	console.info(`n8n had ${Math.round(before)} MB and grew by ${Math.round(grown)} MB`);

	const { items } = endOf(execution, NAME);
	expect(items).toMatchObject([
		{ status: 'queued', numbers: count, firstRow: 2, lastRow: count + 1 },
	]);
	expect(sends()).toHaveLength(1);
	expect(totals()).toMatchObject({ texts: count, phones: count, duplicates: 0 });
	const sent = sandbox.numbersOf(String(items[0].uuid));
	expect(sent.findIndex((msisdn, place) => msisdn !== inFull(numbers[place]))).toBe(-1);

	expect(endOf(execution, recipients.name).items).toMatchObject([{ rows: count }]);
	let rows = 0;
	let others = 0;
	for await (const line of createInterface({ input: createReadStream(states) })) {
		if (line.startsWith('msisdn')) continue;
		if (!line.startsWith(`${sent[rows]},`)) others++;
		rows++;
	}
	expect({ rows, others }).toEqual({ rows: count, others: 0 });
	expect(grown).toBeLessThan(300);
});

describe('ten thousand items', () => {
	const oneOf40 = (index: number) => `Text ${((index * 7_919) % 10_000) % 40}`;

	it.each([
		['one text', {}, () => TEXT, 1],
		['one text and 1,000 numbers per request', { numbersPerRequest: 1_000 }, () => TEXT, 10],
		['40 texts in any order', {}, oneOf40, 40],
	])('with %s', async (_, options, textOf, requests) => {
		const { sandbox, run } = world();
		const given = people(10_000).map((each, index) => ({ ...each, content: textOf(index) }));
		const { items } = await run({ ...SEND_MANY, options }, given);
		expect(sends()).toHaveLength(requests);
		expect(totals()).toMatchObject({ texts: 10_000, phones: 10_000, duplicates: 0 });

		const messages = new Map(
			sandbox
				.messages()
				.map(({ uuid, content }) => [uuid, { content, to: new Set(sandbox.numbersOf(uuid)) }]),
		);
		const outcomes = items.map(({ status, msisdn, uuid }) => {
			const message = messages.get(String(uuid));
			return { status, msisdn, content: message?.content, sent: message?.to.has(String(msisdn)) };
		});
		const expected = given.map(({ msisdn, content }) => ({ msisdn: inFull(msisdn), content }));
		expect(outcomes).toEqual(expected.map((each) => ({ status: 'queued', ...each, sent: true })));
	});
});

describe('with lost responses, Retry On Fail', () => {
	const RETRY = { retryOnFail: true, maxTries: 5, waitBetweenTries: 50 };
	const options = { numbersPerRequest: 20, ifRecordsAreRejected: 'fail' };
	const all = people(2_000);
	const inDoubt = ({ items }: Ended) => items.filter(({ status }) => status === 'unknown');

	beforeEach(() => {
		const fault = { kind: 'drop_after', operationId: 'sendSms', probability: 0.05 } as const;
		world().sandbox.addFault({ ...fault, seed: 'five percent' });
	});

	/** Every number got one text, and those are in doubt whose response was lost. */
	function expectOneTextEach(unknown: string[]): void {
		expect(totals()).toMatchObject({ texts: all.length, phones: all.length, duplicates: 0 });
		const lost = numbersIn(sends().filter(({ fault }) => fault === 'drop_after'));
		expect(lost).not.toEqual([]);
		expect(unknown.sort()).toEqual(lost.sort());
	}

	it('texts no item twice', async () => {
		const ended = await world().run({ ...SEND_MANY, options }, all, RETRY);
		expect(ended.error).toBeUndefined();
		expectOneTextEach(inDoubt(ended).map(({ msisdn }) => String(msisdn)));
		const queued = ended.items.filter(({ status }) => status === 'queued');
		expect(queued.length + inDoubt(ended).length).toBe(all.length);
	});

	it('texts no number of a file twice', async () => {
		const numbers = all.map(({ msisdn }) => msisdn);
		const ended = await runOnFile(numbers, { ...SEND_FILE, options }, RETRY);
		expect(ended.error).toBeUndefined();
		const rows = inDoubt(ended).flatMap(({ firstRow, lastRow }) =>
			numbers.slice(Number(firstRow) - 2, Number(lastRow) - 1),
		);
		expectOneTextEach(rows.map(inFull));
		expect(ended.items).toHaveLength(all.length / 20);
	});
});

describe('every way to write a Thai number', () => {
	const good = [...THAI_NUMBERS_READ, ...THAI_NUMBERS_REPAIRED, ...THAI_NUMBERS_UNUSUAL];
	const phones = () => world().sandbox.journal().texts();

	afterEach(() => {
		expect(numbersIn(sends()).filter((msisdn) => !/^66\d{9}$/.test(msisdn))).toEqual([]);
		expect(sends().filter(({ status }) => status !== 200)).toEqual([]);
	});

	it('is 66 and nine digits at the phone, from items', async () => {
		const given = [...good, ...THAI_NUMBERS_REFUSED].map(([msisdn], index) => ({
			msisdn: msisdn as string,
			content: `Text ${index}`,
		}));
		const { items } = await world().run(SEND_MANY, given);
		expect(items.map(({ status }) => status)).toEqual([
			...good.map(() => 'queued'),
			...THAI_NUMBERS_REFUSED.map(() => 'rejected'),
		]);
		const texted = new Map([...phones()].map(({ phone, text }) => [text, phone]));
		expect(phones()).toHaveLength(good.length);
		expect(texted).toEqual(new Map(good.map(([, read], index) => [`Text ${index}`, read])));
	});

	it('is 66 and nine digits at the phone, from a file', async () => {
		const bad = THAI_NUMBERS_REFUSED.filter(([given]) => typeof given === 'string');
		const rows = [...good, ...bad].map(([given]) => `"${String(given).replaceAll('"', '""')}"`);
		const { items } = await runOnFile(rows, SEND_FILE);
		const distinct = [...new Set(good.map(([, read]) => read))];
		expect(items).toMatchObject([
			{ numbers: distinct.length, repeated: good.length - distinct.length, invalid: bad.length },
		]);
		expect(phones().map(({ phone }) => phone)).toEqual(distinct);
	});
});

describe('a dry run and a preview', () => {
	const preview = { ...SEND, operation: 'preview' };
	const tooDear = { maximumCredits: 0, checkBalanceFirst: true, estimateCostWith: 'dryRun' };
	/** What each node outputs of an item, and the requests to Send that three items take. */
	const WAYS: Array<[name: string, IDataObject, sends: number, INodeParameters]> = [
		['send', { status: 'dry_run' }, 3, { ...SEND, options: { dryRun: true } }],
		['send by "true"', { status: 'dry_run' }, 3, { ...SEND, options: { dryRun: '={{ "true" }}' } }],
		['many', { status: 'dry_run' }, 1, { ...SEND_MANY, options: { dryRun: true } }],
		['many by "1"', { status: 'dry_run' }, 1, { ...SEND_MANY, options: { dryRun: '={{ "1" }}' } }],
		['many too dear', { code: 'not_sent' }, 1, { ...SEND_MANY, options: tooDear }],
		['preview', { parts: 1, credits: 1 }, 0, { ...preview, estimateWith: 'preview' }],
		['dry preview', { parts: 1, credits: 1 }, 3, { ...preview, estimateWith: 'dryRun' }],
		['offline', { parts: 1 }, 0, { ...preview, estimateWith: 'offline' }],
	];

	it.each(['refuse', 'send'] as const)(
		'send nothing and cost nothing, where a dryRun that is a text would %s',
		async (dryRunText) => {
			const { sandbox, node, n8n } = world();
			sandbox.setSwitches({ dryRunText });
			const before = sandbox.credits();
			const given = people(3);
			const items = plainNode('Items', 'n8n-nodes-base.noOp', {});
			const read = readFileNode(
				await fileOf(
					n8n,
					given.map(({ msisdn }) => msisdn),
				),
			);
			const workflow = branches(
				...WAYS.map(([name, , , parameters]) => [items, node(parameters, { id: name, name })]),
				[read, node({ ...SEND_FILE, options: { dryRun: '={{ "true" }}' } })],
			);
			const pinned = { Items: given.map((json) => ({ json })) } as unknown as IDataObject;
			const execution = await execute({ ...workflow, pinData: pinned });

			for (const [name, outcome] of WAYS) {
				expect(endOf(execution, name).items).toMatchObject(times(3, outcome));
			}
			expect(endOf(execution, NAME).items).toMatchObject([{ status: 'dry_run', numbers: 3 }]);
			expect(sends()).toHaveLength(WAYS.reduce((sum, [, , count]) => sum + count, 1));
			expect(sends().filter(({ status }) => status !== 200)).toEqual([]);
			expect([sandbox.messages(), sandbox.effects(), totals().texts]).toEqual([[], [], 0]);
			expect(sandbox.credits()).toEqual(before);
		},
	);
});

describe('credits for three requests of ten', () => {
	const ten = (options: INodeParameters = {}) => ({
		options: { numbersPerRequest: 10, ...options },
	});
	const LIMITS = [ten({ checkBalanceFirst: true }), ten({ maximumCredits: 99 })];
	const all = people(100);
	const stateOf = ({ status, code }: IDataObject) => (status === 'queued' ? status : code);

	beforeEach(() => void world().sandbox.setCredits(30));

	function expectThirtyTexts(): void {
		expect(totals()).toMatchObject({ texts: 30, phones: 30, duplicates: 0 });
		expect(world().sandbox.credits()).toEqual({ balance: 0, held: 0, charged: 30 });
	}

	it('send three of items, and none where they are asked first', async () => {
		const { run } = world();
		for (const limit of LIMITS) {
			const { items } = await run({ ...SEND_MANY, ...limit }, all);
			expect(items.map(stateOf)).toEqual(times(100, 'not_sent'));
		}
		expect(sends()).toEqual([]);

		const { items } = await run({ ...SEND_MANY, ...ten() }, all);
		expectThirtyTexts();
		// Requests leave side by side, so that ME-SMS may refuse more than one.
		const refused = sends().filter(({ status }) => status === 402).length;
		expect(refused).toBeGreaterThan(0);
		expect(items.map(stateOf).sort()).toEqual([
			...times(refused * 10, 'INSUFFICIENT_CREDITS'),
			...times(70 - refused * 10, 'not_sent'),
			...times(30, 'queued'),
		]);
	});

	it('send three of a file, and none where they are asked first', async () => {
		const numbers = all.map(({ msisdn }) => msisdn);
		for (const limit of LIMITS) {
			const { items } = await runOnFile(numbers, { ...SEND_FILE, ...limit });
			expect(items.map(stateOf)).toEqual(times(10, 'not_sent'));
		}
		expect(sends()).toEqual([]);

		const { items } = await runOnFile(numbers, { ...SEND_FILE, ...ten() });
		expectThirtyTexts();
		expect(items.map(stateOf)).toEqual([
			...times(3, 'queued'),
			'INSUFFICIENT_CREDITS',
			...times(6, 'not_sent'),
		]);
	});
});
