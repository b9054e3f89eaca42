import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import type { JsonObject } from '../../../../../kernel/http/endpoint';
import { bulk } from '../../../../../kernel/n8n/kinds/bulk';
import type { BulkTarget } from '../../../../../kernel/n8n/kinds/bulkTarget';
import { booleanField, textColumn, textField } from '../../../../../kernel/n8n/fields/field';
import type { GuardedWork } from '../../../../../kernel/n8n/dispatch/guardedWork';
import { endpoint, look, runAlone, type Answer, type Given } from '../standIn';

interface Changes {
	target?: Partial<BulkTarget>;
	guarded?: GuardedWork;
	shared?(options: { whole?: boolean }): JsonObject | undefined;
}

const guarded: GuardedWork = {
	subject: 'thing',
	identify: ({ id }) => ({ id }),
	texts: { textOf: () => '', preview: () => ({}), findOptedOut: async () => [] },
};

const operationOf = ({ target, guarded: work, shared }: Changes) =>
	bulk({
		...look,
		fields: [textField('group', { displayName: 'Group' })],
		columns: [textColumn('id', 'ID', { required: true }), textColumn('note', 'Note')],
		mapperMethod: 'getColumns',
		options: [booleanField('whole', { displayName: 'Whole' })],
		target: {
			endpoint,
			recordsKey: 'things',
			recordSchema: z.object({
				id: z.string(),
				note: z.string().max(3, 'takes three letters').optional(),
			}),
			maxRecords: 2,
			acceptedStatus: 'made',
			counts: { accepted: 'made_count' },
			...target,
		},
		shared,
		orderingKey: 'id',
		guarded: work,
		record: ({ id, note }, { group }, _options, others) => ({ id, note, group, ...others }),
	});

/** Makes things, several in one request. */
const make = async (items: IDataObject[], given: Given = {}, changes: Changes = {}) =>
	await runAlone(operationOf(changes), {
		items,
		answer: (body) => took(body),
		...given,
		parameters: {
			columns: { mappingMode: 'defineBelow', value: { id: '=id', note: '=note' } },
			...given.parameters,
		},
	});

/** The response to records that were all made, but for those named. */
const took = (body: JsonObject, errors: JsonObject[] = []): Answer => ({
	json: { made_count: (body.things as JsonObject[]).length - errors.length, errors },
});

const things = (...ids: string[]) => ids.map((id) => ({ id }));
/** Ids of the records of each request. */
const sent = (bodies: JsonObject[]) =>
	bodies.map((body) => (body.things as JsonObject[]).map(({ id }) => id));
const stated = (output: Array<{ json: IDataObject }>) =>
	output.map(({ json }) => json.code ?? json.status);
const failOnRejects = { options: { ifRecordsAreRejected: 'fail' } };

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('records in batches', () => {
	it('travel in as few requests as hold them, each with what all have in common', async () => {
		const { bodies, output } = await make(
			things('a', 'b', 'c'),
			{},
			{ shared: () => ({ test: true }) },
		);
		expect(bodies).toEqual([
			{ things: [{ id: 'a' }, { id: 'b' }], test: true },
			{ things: [{ id: 'c' }], test: true },
		]);
		expect(output).toEqual([
			{ json: { id: 'a', batch: 1, status: 'made' }, pairedItem: { item: 0 } },
			{ json: { id: 'b', batch: 1, status: 'made' }, pairedItem: { item: 1 } },
			{ json: { id: 'c', batch: 2, status: 'made' }, pairedItem: { item: 2 } },
		]);
	});

	it('travel in several requests where one could not hold their bytes', async () => {
		// {"things":[{"id":"a"},{"id":"b"}]} takes 34 bytes.
		const countOf = async (maxRequestBytes: number) =>
			(await make(things('a', 'b'), { maxRequestBytes })).requests.length;
		expect(await countOf(34)).toBe(1);
		expect(await countOf(33)).toBe(2);
	});

	it('may be written in another way than they are built', async () => {
		const { bodies, output } = await make(
			things('a'),
			{},
			{ target: { entry: ({ id }) => [id as string, 1] } },
		);
		expect(bodies).toEqual([{ things: [['a', 1]] }]);
		expect(output[0].json).toMatchObject({ id: 'a' });
	});

	it('take values for all, and columns that only the account knows', async () => {
		const { bodies } = await make([{ id: 'a', tier: 'gold' }], {
			parameters: {
				group: 'club',
				columns: {
					mappingMode: 'defineBelow',
					value: { id: '=id', tier: '=tier', old: 'x' },
					schema: [{ id: 'id' }, { id: 'tier' }, { id: 'old', removed: true }],
				} as unknown as INodeParameters,
			},
		});
		expect(bodies).toEqual([{ things: [{ id: 'a', group: 'club', tier: 'gold' }] }]);
	});

	it('give what each result says, where the API has one for each', async () => {
		const { output } = await make(
			things('a', 'b'),
			{ answer: () => ({ json: { results: [{ key: 'k1' }, { error: 'No', code: 'odd' }] } }) },
			{ target: { resultsKey: 'results' } },
		);
		expect(output.map(({ json }) => json)).toMatchObject([
			{ id: 'a', key: 'k1', status: 'made', batch: 1 },
			{ id: 'b', code: 'odd', status: 'rejected', batch: 1 },
		]);
	});

	it('make nothing of no items', async () => {
		const shared = jest.fn(() => ({}));
		// An expression of an item that is not there cannot be evaluated.
		const parameters = { options: { whole: '=whole' } };
		const { error, output, requests } = await make([], { parameters }, { shared });
		expect(error).toBeUndefined();
		expect([...output, ...requests]).toEqual([]);
	});

	it('travel apart where the options of their items differ, in order', async () => {
		const { bodies } = await make(
			[
				{ id: 'a', whole: true },
				{ id: 'b', whole: false },
				{ id: 'c', whole: false },
				{ id: 'd', whole: true },
			],
			{ parameters: { options: { whole: '=whole' } } },
			{ shared: ({ whole }) => (whole === true ? { whole } : undefined) },
		);
		expect(bodies).toEqual([
			{ things: [{ id: 'a' }], whole: true },
			{ things: [{ id: 'b' }, { id: 'c' }] },
			{ things: [{ id: 'd' }], whole: true },
		]);
	});

	it('count as made by what the response says, not by its status', async () => {
		const outcomes = async (json: JsonObject) =>
			stated((await make(things('a', 'b'), { answer: () => ({ json }) })).output);
		expect(await outcomes({ made_count: '2' })).toEqual(['made', 'made']);
		expect(await outcomes({})).toEqual(['outcome_unknown', 'outcome_unknown']);
		expect(await outcomes({ success: false, code: 'odd' })).toEqual(['odd', 'odd']);
	});

	it('need not be counted where making them again does no harm', async () => {
		const target = { endpoint: { ...endpoint, idempotent: true } };
		const { output } = await make(things('a'), { answer: () => ({}) }, { target });
		expect(stated(output)).toEqual(['made']);
	});
});

describe('a record that cannot be sent', () => {
	it.each<[string, IDataObject, object]>([
		['a missing value', { note: 'x' }, { code: 'missing_id', message: '"ID" is empty' }],
		[
			'a bad value',
			{ id: 'b', note: 'long' },
			{ code: 'invalid_note', message: 'Note: takes three letters', id: 'b' },
		],
		['a bad value beside a number', { id: 7, note: 'long' }, { code: 'invalid_note', id: '7' }],
		['an identity that is no text', { id: ['b'] }, { code: 'invalid_value', id: undefined }],
	])('has an outcome of its own: %s', async (_, bad, outcome) => {
		const { bodies, output } = await make([{ id: 'a' }, bad, { id: 'c' }]);
		expect(sent(bodies)).toEqual([['a', 'c']]);
		expect(stated(output)).toEqual(['made', expect.stringMatching(/^(missing|invalid)_/), 'made']);
		expect(output[1].json).toMatchObject({ status: 'rejected', ...outcome });
	});

	it('is told without its identity where that cannot be evaluated', async () => {
		const broken = (name: string, itemIndex: number) => {
			if (name === 'columns.value.id') throw new Error(`no such field in ${itemIndex}`);
			return undefined;
		};
		const { output } = await make(things('a'), {
			context: {
				getNodeParameter: (name: string, itemIndex: number) =>
					name === 'resource' ? 'thing' : name === 'operation' ? 'make' : broken(name, itemIndex),
			},
		});
		expect(output[0].json).toMatchObject({ code: 'invalid_input', message: 'no such field in 0' });
		expect(output[0].json.id).toBeUndefined();
	});

	it('is one that no request can hold', async () => {
		// {"things":[{"id":"..."}]} takes 22 bytes besides the id.
		const codeOf = async (length: number, maxRequestBytes: number, maxRecordBytes?: number) =>
			stated(
				(
					await make(
						things('x'.repeat(length)),
						{ maxRequestBytes },
						{ target: { maxRecordBytes } },
					)
				).output,
			)[0];
		expect(await codeOf(10, 32)).toBe('made');
		expect(await codeOf(11, 32)).toBe('payload_too_large');
		// Of these, 9 are the record's own.
		expect(await codeOf(10, 100, 19)).toBe('made');
		expect(await codeOf(11, 100, 19)).toBe('payload_too_large');
		expect(await codeOf(11, 32, 100)).toBe('payload_too_large');
	});
});

describe('what the editor shows of a batch', () => {
	const shown = (work?: GuardedWork) => operationOf({ guarded: work }).properties;

	it('is its parameters, its columns, its options and its safeguards', () => {
		const usual = ['group', 'columns', 'automaticMappingNotice', 'options'];
		expect(shown().map(({ name }) => name)).toEqual(usual);
		expect(shown(guarded).map(({ name }) => name)).toEqual([...usual, 'safeguards']);
	});

	it.each([
		['texts', guarded, ['dryRun', 'textsPerMinute', 'textsPerSecond', 'skipOptedOut']],
		['other things', { ...guarded, texts: undefined }, []],
	])('are those safeguards that make sense for %s', (_, work, more) => {
		const offered =
			shown(work)
				.at(-1)
				?.options?.map((option) => option.name) ?? [];
		const common = [
			'idempotencyHistorySize',
			'idempotencyKey',
			'idempotencyScope',
			'ifOutcomeIsUnknown',
		];
		expect([...offered].sort()).toEqual([...common, ...more].sort());
	});
});

describe('a failed batch', () => {
	const failing =
		(bad: string, status: number, code?: string): Given['answer'] =>
		(body) =>
			sent([body])[0].includes(bad) ? { status, json: { code, error: 'No' } } : took(body);
	const six = things('a', 'b', 'c', 'd', 'e', 'f');

	it('leaves the others their chance', async () => {
		const { output, bodies, error } = await make(six, { answer: failing('a', 400, 'odd') });
		expect(error).toBeUndefined();
		expect(bodies).toHaveLength(3);
		expect(stated(output)).toEqual(['odd', 'odd', 'made', 'made', 'made', 'made']);
		expect(output[0].json).toMatchObject({ id: 'a', batch: 1, message: 'No' });
	});

	it('that would meet every further one fails the node when nothing got through', async () => {
		const { error, bodies } = await make(six, { answer: failing('a', 401, 'invalid_api_key') });
		expect(error?.message).toBe('No (invalid_api_key)');
		expect(bodies).toHaveLength(1);
	});

	it('does not fail the node where it goes on, and says that the rest was not sent', async () => {
		const { error, output, bodies } = await make(six, {
			node: { onError: 'continueRegularOutput' },
			answer: failing('a', 401, 'invalid_api_key'),
		});
		expect(error).toBeUndefined();
		expect(bodies).toHaveLength(1);
		expect(stated(output)).toEqual([
			'invalid_api_key',
			'invalid_api_key',
			'not_sent',
			'not_sent',
			'not_sent',
			'not_sent',
		]);
		expect(output[5].json).toMatchObject({
			id: 'f',
			message: 'Not sent because of an earlier failure: No',
		});
	});

	it('does not fail the node when something got through or is in doubt', async () => {
		for (const first of [200, 500]) {
			const answer = (body: JsonObject, number: number): Answer =>
				number === 0 ? { ...took(body), status: first } : { status: 401, json: { error: 'No' } };
			const { error, output } = await make(six, { answer });
			expect(error).toBeUndefined();
			expect(output[0].json.status).toBe(first === 200 ? 'made' : 'unknown');
			expect(output[2].json.code).toBe('http_401');
		}
	});
});

describe('the order of batches', () => {
	/** Answers that come a little later, and what was under way meanwhile. */
	function watched() {
		const steps: string[] = [];
		let open = 0;
		let most = 0;
		const answer = async (body: JsonObject) => {
			const name = sent([body])[0].join('');
			most = Math.max(most, ++open);
			steps.push(`${name} begins`);
			await new Promise((resolve) => setImmediate(resolve));
			steps.push(`${name} ends`);
			open--;
			return took(body);
		};
		return { answer, steps, most: () => most };
	}
	const many = Array.from({ length: 20 }, (_, index) => ({ id: `t${index}` }));
	const one = { target: { maxRecords: 1 } };

	it('is the first alone, then four side by side', async () => {
		const { answer, steps, most } = watched();
		await make(many, { answer }, one);
		expect(steps.slice(0, 4)).toEqual(['t0 begins', 't0 ends', 't1 begins', 't2 begins']);
		expect(most()).toBe(4);
	});

	it('is one after the other with idempotency keys', async () => {
		const { answer, most } = watched();
		const parameters = { safeguards: { idempotencyKey: '=id' } };
		const given = { answer, parameters, keys: new Set<string>() };
		await make(many, given, { ...one, guarded });
		expect(most()).toBe(1);
	});

	it('is that of the items for records of the same identity', async () => {
		const { answer, steps } = watched();
		const items = things('x', 'a', 'b', 'a', 'c', 'a');
		await make(
			items.map((item, index) => ({ ...item, note: String(index) })),
			{ answer },
			one,
		);
		const of = steps.filter((step) => step.startsWith('a'));
		expect(of).toEqual(['a begins', 'a ends', 'a begins', 'a ends', 'a begins', 'a ends']);
		expect(steps.indexOf('b begins')).toBeLessThan(steps.indexOf('a ends'));
	});

	it('does not matter for records of the same identity in one batch', async () => {
		const { bodies } = await make(things('a', 'a', 'b', 'b', 'a'));
		expect(sent(bodies)).toEqual([['a', 'a'], ['b', 'b'], ['a']]);
	});

	it('is told as it comes', async () => {
		let now = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => now);
		const lines: string[] = [];
		await make(things('a', 'b', 'c', 'd', 'e'), {
			answer: (body) => {
				now += 1_000;
				return took(body);
			},
			context: { sendMessageToUI: (line: string) => lines.push(line) },
		});
		expect(lines[0]).toBe('Things: 2 of 5');
		expect(lines.at(-1)).toMatch(/^Things: [45] of 5$/);
	});
});

/** Whether making records again does no harm, which depends on them. */
const onlyWithout =
	(...unsafe: string[]) =>
	(body: JsonObject) =>
		!(body.things as JsonObject[]).some(({ id }) => unsafe.includes(String(id)));

describe('a try after another one', () => {
	const retried = async (
		status: number,
		{ parameters, ...changes }: Changes & { parameters?: INodeParameters } = {},
	) => {
		const store = {};
		const given = { store, parameters: { ...failOnRejects, ...parameters } };
		const before = await make(
			things('a', 'b', 'c'),
			{ ...given, answer: (body) => (sent([body])[0].includes('c') ? { status } : took(body)) },
			changes,
		);
		expect(before.error).toBeDefined();
		return await make(things('a', 'b', 'c'), given, changes);
	};
	const again: INodeParameters = { safeguards: { ifOutcomeIsUnknown: 'tryAgain' } };

	it('sends the records again that were certainly not made', async () => {
		const { bodies, output } = await retried(400);
		expect(sent(bodies)).toEqual([['c']]);
		expect(output[0].json).toMatchObject({ id: 'a', status: 'made', from_earlier_try: true });
	});

	it('does not send those again that may have been made', async () => {
		const { bodies, output } = await retried(500);
		expect(bodies).toEqual([]);
		expect(output[2].json).toMatchObject({ id: 'c', status: 'unknown', from_earlier_try: true });
	});

	it('does so where the user wants them at least once, but not with those that were made', async () => {
		const { bodies } = await retried(500, { parameters: again, guarded });
		expect(sent(bodies)).toEqual([['c']]);
	});

	it('sends everything again that does no harm twice', async () => {
		const safe = { endpoint: { ...endpoint, idempotent: true as const } };
		const { bodies } = await retried(500, { target: safe });
		expect(sent(bodies)).toEqual([['a', 'b'], ['c']]);
	});

	it('knows which records do harm twice, where others do not', async () => {
		const target: Partial<BulkTarget> = {
			endpoint: { ...endpoint, idempotent: onlyWithout('b', 'c') },
		};
		const { bodies } = await retried(500, { target });
		expect(sent(bodies)).toEqual([['a']]);
	});
});

describe('a batch whose response was lost', () => {
	const requestsWith = async (unsafe: string[]) =>
		(
			await make(
				things('a', 'b'),
				{ answer: () => ({ status: 503 }) },
				{
					target: {
						endpoint: { ...endpoint, idempotent: onlyWithout(...unsafe) },
					},
				},
			)
		).requests.length;

	it('is made again where none of its records does harm twice', async () => {
		expect(await requestsWith([])).toBe(5);
	});

	it('is not made again where one of them does', async () => {
		expect(await requestsWith(['b'])).toBe(1);
	});
});

describe('safeguards of a batch', () => {
	it('send nothing in a dry run', async () => {
		const { requests, output } = await make(
			things('a', 'b'),
			{ parameters: { safeguards: { dryRun: true } } },
			{ guarded },
		);
		expect(requests).toEqual([]);
		expect(stated(output)).toEqual(['dry_run', 'dry_run']);
	});

	it('spend no time on records that are skipped', async () => {
		const keys = new Set<string>();
		const parameters = { safeguards: { idempotencyKey: '=id', textsPerMinute: 1 } };
		await make(things('a'), { keys, parameters }, { guarded });
		// One that was sent would make the next one wait for a minute.
		const { bodies } = await make(things('a', 'b'), { keys, parameters }, { guarded });
		expect(sent(bodies)).toEqual([['b']]);
	});

	it('leave out the records whose keys were taken, and send the others', async () => {
		const keys = new Set<string>();
		const given = { keys, parameters: { safeguards: { idempotencyKey: '=id' } } };
		const changes = { guarded, target: { maxRecords: 3 } };
		await make(things('b'), given, changes);
		const { bodies, output } = await make(things('a', 'b', 'c'), given, changes);
		expect(sent(bodies)).toEqual([['a', 'c']]);
		expect(output.map(({ json }) => json)).toEqual([
			{ id: 'a', status: 'made', batch: 1 },
			{ id: 'b', status: 'skipped', reason: 'already_sent' },
			{ id: 'c', status: 'made', batch: 1 },
		]);
	});

	it('make no request when all keys were taken', async () => {
		const given = {
			keys: new Set<string>(),
			parameters: { safeguards: { idempotencyKey: '=id' } },
		};
		await make(things('a', 'b'), given, { guarded });
		const { requests, output } = await make(things('a', 'b'), given, { guarded });
		expect(requests).toEqual([]);
		expect(stated(output)).toEqual(['skipped', 'skipped']);
	});

	it.each([
		['the keys of the records that were refused', [{ index: 1, code: 'odd' }], ['b']],
		['no keys when all were made', [], []],
	])('give back %s', async (_, errors, again) => {
		const keys = new Set<string>();
		const given = { keys, parameters: { safeguards: { idempotencyKey: '=id' } } };
		await make(things('a', 'b'), { ...given, answer: (body) => took(body, errors) }, { guarded });
		const { bodies } = await make(things('a', 'b'), given, { guarded });
		expect(sent(bodies).flat()).toEqual(again);
	});

	const withStore = (checkProcessedAndRecord: () => Promise<never>, id?: string): Given => ({
		node: { onError: 'continueRegularOutput' },
		parameters: { safeguards: { idempotencyKey: '=id' } },
		context: {
			getWorkflow: () => ({ id }),
			helpers: { checkProcessedAndRecord, removeProcessed: async () => {} },
		},
	});

	it.each([
		['the workflow is not saved', undefined, 'save the workflow first'],
		['the store fails', 'w1', 'disk full'],
	])('send nothing when %s', async (_, id, why) => {
		const store = async () => await Promise.reject(new Error('disk full'));
		const { output } = await make(things('a', 'b', 'c'), withStore(store, id), {
			guarded,
		});
		expect(stated(output)).toEqual(['key_store_failed', 'key_store_failed', 'not_sent']);
		expect(output[0].json).toMatchObject({
			status: 'rejected',
			message: `The idempotency key could not be stored: ${why}`,
			id: 'a',
		});
	});

	it.each([
		['the slower of two paces', { textsPerMinute: 6_000, textsPerSecond: 3 }, 4, ['a', 'b', 'c']],
		['the slower one of minutes', { textsPerMinute: 2, textsPerSecond: 1 }, 2, ['a', 'b']],
		['the only pace', { textsPerSecond: 3 }, 4, ['a', 'b', 'c']],
		[
			'the pace of minutes of two that are the same',
			{ textsPerMinute: 60, textsPerSecond: 1 },
			2,
			['a', 'b'],
		],
		['no pace', {}, 4, ['a', 'b', 'c', 'd']],
	])('let as many records travel at once as %s allows', async (_, safeguards, count, first) => {
		const stop = new AbortController();
		const { bodies } = await make(
			things('a', 'b', 'c', 'd').slice(0, count),
			{
				parameters: { safeguards },
				context: { getExecutionCancelSignal: () => stop.signal },
				answer: (body) => {
					setImmediate(() => stop.abort());
					return took(body);
				},
			},
			{ guarded, target: { maxRecords: 10 } },
		);
		expect(sent(bodies)).toEqual([first]);
	});

	it('send nothing further when the execution is stopped in the wait for the pace', async () => {
		const stop = new AbortController();
		const { output, error } = await make(
			things('a', 'b', 'c'),
			{
				parameters: { safeguards: { textsPerSecond: 1 } },
				context: { getExecutionCancelSignal: () => stop.signal },
				answer: (body) => {
					setImmediate(() => stop.abort());
					return took(body);
				},
			},
			{ guarded },
		);
		expect(error).toBeUndefined();
		expect(stated(output)).toEqual(['made', 'not_sent', 'not_sent']);
		expect(output[1].json).toMatchObject({
			status: 'rejected',
			message:
				'Not sent because of an earlier failure: The execution was stopped before this was sent',
		});
	});
});
