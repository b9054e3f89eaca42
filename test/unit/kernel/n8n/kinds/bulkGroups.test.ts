import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { InputError } from '../../../../../kernel/input/inputError';
import type { JsonObject } from '../../../../../kernel/http/endpoint';
import { RequestError } from '../../../../../kernel/http/requestError';
import { bulk } from '../../../../../kernel/n8n/kinds/bulk';
import { integerField, textColumn } from '../../../../../kernel/n8n/fields/field';
import { endpoint, look, runAlone, type Given } from '../standIn';

/** Sends one text to many in a request; whoever is `dry` is only counted. */
const send = bulk({
	...look,
	fields: [],
	columns: [
		textColumn('to', 'To', { required: true }),
		textColumn('text', 'Text'),
		textColumn('dry', 'Dry'),
	],
	mapperMethod: 'getColumns',
	options: [
		integerField('most', { displayName: 'Most' }),
		integerField('cost', { displayName: 'Cost' }),
	],
	orderingKey: 'to',
	guarded: { subject: 'text', identify: ({ to }) => ({ to }) },
	perRequest: ({ most }) => most,
	isDry: ({ dry }) => dry === true,
	async checkAll(client, bodies, options) {
		const { cost } = await client.send({
			endpoint: { ...endpoint, path: '/cost' },
			body: { bodies: [...bodies] },
		});
		if (Number(cost) > Math.min(...options.map(({ cost: most = Infinity }) => most))) {
			throw new InputError('Cost', 'too_much', 'is too low', 'Raise it.');
		}
	},
	target: {
		endpoint: { ...endpoint, idempotent: ({ dry }) => dry === true },
		recordsKey: 'numbers',
		recordSchema: z.object({ to: z.string() }).passthrough(),
		maxRecords: 10_000,
		acceptedStatus: 'queued',
		entry: ({ to }) => to ?? null,
		beside: ({ text, dry }) => ({ text, dry }),
		repeatReason: 'same_number',
		halves: true,
		whole: {
			taken: (body, { dry }) =>
				dry === true
					? { cost: body.cost }
					: body.id === undefined
						? undefined
						: { status: 'queued', id: body.id },
			mistrust: ({ id }, { dry }) =>
				dry === true && id !== undefined
					? new RequestError('May have been sent', {
							kind: 'unknown',
							code: 'not_dry',
							fatal: true,
							details: { id: String(id) },
						})
					: undefined,
			clues: {
				lookup: () => ({
					endpoint: { ...endpoint, method: 'GET', path: '/sent', idempotent: true },
				}),
				find: ({ rows }, { text }, known) => {
					const fitting = (rows as JsonObject[]).filter(
						(row) => row.text === text && !known.has(String(row.id)),
					);
					return fitting.length === 0 ? undefined : { candidates: fitting.map(({ id }) => id!) };
				},
				idOf: ({ id }) => (id === undefined ? undefined : String(id)),
			},
		},
	},
	record: ({ to, text, dry }) => ({ to, text, dry: dry === 'yes' ? true : undefined }),
});

const run = async (items: IDataObject[], given: Given = {}) =>
	await runAlone(send, {
		items,
		...given,
		answer: (body, number, request) =>
			request.url!.endsWith('/cost')
				? { json: { cost: 10 } }
				: (given.answer?.(body, number, request) ?? { json: { id: `m${number}` } }),
		parameters: {
			columns: {
				mappingMode: 'defineBelow',
				value: { to: '=to', text: '=text', dry: '=dry' },
			},
			...given.parameters,
		},
	});

/** Bodies of the requests that send. */
const sends = ({ requests, bodies }: Awaited<ReturnType<typeof run>>) =>
	bodies.filter((_, index) => requests[index].url!.endsWith('/things'));
const stated = ({ output }: Awaited<ReturnType<typeof run>>) =>
	output.map(({ json }) => json.code ?? json.status);
const to = (...numbers: string[]) => numbers.map((number) => ({ to: number, text: 'hi' }));

beforeEach(() => {
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
	jest.restoreAllMocks();
});

describe('records that say the same', () => {
	it('travel together wherever they stand, and each has its outcome in its place', async () => {
		const done = await run([
			{ to: 'a', text: 'x' },
			{ to: 'b', text: 'y' },
			{ to: 'c', text: 'x' },
			{ to: 'd', text: 'y' },
		]);
		expect(sends(done)).toEqual([
			{ numbers: ['a', 'c'], text: 'x' },
			{ numbers: ['b', 'd'], text: 'y' },
		]);
		expect(done.output.map(({ json }) => [json.to, json.batch])).toEqual([
			['a', 1],
			['b', 2],
			['c', 1],
			['d', 2],
		]);
		expect(done.output[0].json).toEqual({
			to: 'a',
			status: 'queued',
			id: expect.any(String),
			batch: 1,
		});
	});

	it('need as many requests as there are texts, for 10,000 items with 40 of them', async () => {
		const items = Array.from({ length: 10_000 }, (_, index) => ({
			to: String(index),
			text: String((index * 7_919) % 40),
		}));
		const done = await run(items);
		expect(sends(done)).toHaveLength(40);
		expect(done.output.map(({ json }) => json.to)).toEqual(items.map((item) => item.to));
	});

	it('are all sent once, whatever their order and the size of requests', async () => {
		const item = fc.record({
			to: fc.string({ minLength: 1, maxLength: 2 }),
			text: fc.constantFrom('x', 'y'),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(item, { minLength: 1, maxLength: 30 }),
				fc.integer({ min: 1, max: 5 }),
				async (items, most) => {
					const done = await run(items, { parameters: { options: { most } } });
					const sent = sends(done).flatMap(({ numbers, text }) =>
						(numbers as string[]).map((number) => `${number} ${String(text)}`),
					);
					const wanted = items
						.filter((each) => each.to.trim() !== '')
						.map((each) => `${each.to} ${each.text}`);
					expect([...sent].sort()).toEqual([...new Set(wanted)].sort());
					expect(sends(done).every(({ numbers }) => (numbers as string[]).length <= most)).toBe(
						true,
					);
					expect(done.output.map(({ pairedItem }) => pairedItem)).toEqual(
						items.map((_, index) => ({ item: index })),
					);
				},
			),
			{ numRuns: 40 },
		);
	});

	it('leave out a repeat, which names the first item', async () => {
		const done = await run([...to('a', 'b', 'a'), { to: 'a', text: 'other' }]);
		expect(sends(done)).toEqual([
			{ numbers: ['a', 'b'], text: 'hi' },
			{ numbers: ['a'], text: 'other' },
		]);
		expect(done.output[2].json).toEqual({
			to: 'a',
			status: 'skipped',
			reason: 'same_number',
			same_number_as_item: 0,
		});
	});

	it('leave out a repeat also in a further try of the run, where the first was sent before', async () => {
		const store = {};
		const first = await run(to('a', 'a', ' '), {
			store,
			parameters: { options: { ifRecordsAreRejected: 'fail' } },
		});
		expect(first.error).toBeDefined();
		const again = await run(to('a', 'a', ' '), { store });
		expect(sends(again)).toEqual([]);
		expect(again.output[1].json).toMatchObject({ status: 'skipped', same_number_as_item: 0 });
	});
});

describe('a response for a whole request', () => {
	it('is unknown where it does not say that it was done', async () => {
		const done = await run(to('a', 'b'), { answer: () => ({ json: {} }) });
		expect(stated(done)).toEqual(['no_evidence', 'no_evidence']);
	});

	it('is a refusal where it says no', async () => {
		const done = await run(to('a'), { answer: () => ({ json: { success: false, error: 'No.' } }) });
		expect(done.output[0].json).toMatchObject({ status: 'rejected', message: 'No.', to: 'a' });
	});

	it('is unknown where it says no and names what was done', async () => {
		const answer = () => ({ json: { success: false, id: 'm' } });
		expect((await run(to('a'), { answer })).output[0].json).toMatchObject({ status: 'unknown' });
	});
});

describe('a request that is too large', () => {
	const limit =
		(most: number): Given['answer'] =>
		(body) =>
			(body.numbers as string[]).length > most
				? { status: 413, json: { error: 'Too large' } }
				: { json: { id: 'm' } };

	it('is made again in halves, and nothing is lost or sent twice', async () => {
		const numbers = Array.from({ length: 10 }, (_, index) => `n${index}`);
		const done = await run(to(...numbers), { answer: limit(3) });
		const taken = sends(done).filter(({ numbers: sent }) => (sent as string[]).length <= 3);
		expect(taken.flatMap(({ numbers: sent }) => sent)).toEqual(numbers);
		expect(stated(done)).toEqual(numbers.map(() => 'queued'));
		// 10, 5, 3, 2, 3, 2: what was too large once is not tried again.
		expect(sends(done).map(({ numbers: sent }) => (sent as string[]).length)).toEqual([
			10, 5, 3, 2, 3, 2,
		]);
	});

	it('is refused where it has one record', async () => {
		expect(stated(await run(to('a'), { answer: limit(0) }))).toEqual(['http_413']);
	});

	it('ends with a failure that would meet the rest, too', async () => {
		const answer: Given['answer'] = (body) => {
			const count = (body.numbers as string[]).length;
			if (count > 1) return { status: 413, json: {} };
			return body.numbers instanceof Array && body.numbers[0] === 'a'
				? { json: { id: 'm' } }
				: { status: 401, json: { error: 'Key' } };
		};
		const done = await run(to('a', 'b', 'c'), { answer });
		expect(stated(done)).toEqual(['queued', 'http_401', 'not_sent']);
	});
});

describe('a check of the whole run', () => {
	it('sees every request, and lets all through', async () => {
		const done = await run([...to('a', 'b'), { to: 'c', text: 'y' }], {
			parameters: { options: { cost: 10 } },
		});
		expect(done.bodies[0]).toEqual({
			bodies: [
				{ numbers: ['a', 'b'], text: 'hi' },
				{ numbers: ['c'], text: 'y' },
			],
		});
		expect(stated(done)).toEqual(['queued', 'queued', 'queued']);
	});

	it('holds everything back where it says no', async () => {
		const done = await run(to('a', 'b'), { parameters: { options: { cost: 9 } } });
		expect(sends(done)).toEqual([]);
		expect(done.output[0].json).toMatchObject({
			status: 'rejected',
			code: 'not_sent',
			message: '"Cost" is too low',
			what_to_do: 'Raise it.',
			to: 'a',
		});
		expect(stated(done)).toEqual(['not_sent', 'not_sent']);
		const hint = expect.objectContaining({ message: expect.stringContaining('2 not sent') });
		expect(done.hints).toEqual([hint]);
	});

	it('fails a node that is to fail, with what it found', async () => {
		const done = await run(to('a'), {
			parameters: { options: { cost: 9, ifRecordsAreRejected: 'fail' } },
		});
		expect(done.error?.description).toContain('"Cost" is too low');
	});

	it('holds everything back where it cannot be made', async () => {
		const done = await runAlone(send, {
			items: to('a'),
			answer: () => ({ status: 404, json: { error: 'Nothing there' } }),
			parameters: { columns: { mappingMode: 'defineBelow', value: { to: '=to', text: '=text' } } },
		});
		expect(done.requests).toHaveLength(1);
		expect(done.output[0].json).toMatchObject({ status: 'rejected', code: 'not_sent' });
		expect(done.output[0].json.message).toContain('could not be checked: Nothing there');
	});

	it('is not asked of what is only simulated', async () => {
		const done = await run([{ to: 'a', text: 'x', dry: 'yes' }], {
			answer: () => ({ json: { cost: 1 } }),
		});
		expect(done.requests).toHaveLength(1);
	});
});

describe('what is only simulated', () => {
	const dry = [{ to: 'a', text: 'x', dry: 'yes', key: 'k' }];
	const keyed = { safeguards: { idempotencyKey: '=key' } };

	it('says what it would be and uses no key', async () => {
		const keys = new Set<string>();
		const done = await run(dry, { answer: () => ({ json: { cost: 1 } }), parameters: keyed, keys });
		expect(done.output[0].json).toEqual({ status: 'dry_run', to: 'a', batch: 1, cost: 1 });
		const real = await run([{ ...dry[0], dry: '' }], { parameters: keyed, keys });
		expect(stated(real)).toEqual(['queued']);
	});

	it('is loudly in doubt where it may have been done, ends the run, and is not tried again', async () => {
		const store = {};
		const items = [...dry, { to: 'b', text: 'y', dry: 'yes' }];
		const fails = { options: { ifRecordsAreRejected: 'fail' } };
		const first = await run(items, { store, parameters: fails });
		expect(first.requests).toHaveLength(1);
		expect(first.error?.message).toContain('1 not sent, 1 with an unknown outcome');
		const again = await run(items, {
			store,
			node: { onError: 'continueRegularOutput' },
			answer: () => ({ json: { cost: 1 } }),
		});
		expect(sends(again).map(({ numbers }) => numbers)).toEqual([['b']]);
		expect(again.output[0].json).toMatchObject({
			status: 'unknown',
			id: 'm0',
			from_earlier_try: true,
		});
	});
});

describe('a lost response', () => {
	it('shows what may have come of it, without what others did, and stays unknown', async () => {
		const done = await run([...to('a'), { to: 'b', text: 'y' }], {
			answer: (body, number, { method }) => {
				if (method === 'GET') {
					const rows = [
						{ id: 'm1', text: 'y' },
						{ id: 'm9', text: 'y' },
						{ id: 'm8', text: 'z' },
					];
					return { json: { rows } };
				}
				return body.text === 'y' ? { status: 500, json: {} } : { json: { id: `m${number}` } };
			},
		});
		expect(stated(done)).toEqual(['queued', 'http_500']);
		expect(done.output[1].json).toMatchObject({ status: 'unknown', candidates: ['m9'], to: 'b' });
	});

	it('stays unknown where the lookup fails', async () => {
		const answer = () => ({ status: 500, json: {} });
		const done = await run(to('a'), { answer });
		expect(done.output[0].json).toMatchObject({ status: 'unknown', code: 'http_500' });
	});
});
