import fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';

import {
	canKeepKeys,
	openIdempotencyKeys,
	type KeySettings,
} from '../../../../../kernel/n8n/dispatch/idempotencyKeys';
import { KeyStore, type Trouble } from './keyStore';

// The pauses before the store is looked at again are long, and nothing happens in them here.
const mockSlept: number[] = [];
jest.mock('../../../../../kernel/n8n/run/sleep', () => ({
	sleepUnlessStopped: async (milliseconds: number) => {
		mockSlept.push(milliseconds);
		return await Promise.resolve(true);
	},
}));

const warn = jest.fn();
beforeEach(() => warn.mockClear());

/** n8n runs a workflow for a node: here one whose claim is always free. */
const executeWorkflow = jest.fn(async (_info: unknown, input: unknown) => ({ data: [input] }));

const open = (store: KeyStore, settings: Partial<KeySettings> = {}, workflow = 'w1') =>
	openIdempotencyKeys(
		{
			helpers: store.helpers,
			logger: { warn },
			executeWorkflow,
			getNode: () => ({ id: 'n1', name: 'Things' }),
			getWorkflow: () => ({ id: workflow === '' ? undefined : workflow }),
		} as unknown as IExecuteFunctions,
		{
			id: 'things',
			subject: 'text',
			scope: 'node',
			historySize: 100,
			keysOfRun: 10,
			strict: false,
			...settings,
		},
	);
const many = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => `k${from + index}`);

describe('keys of a run', () => {
	it('are known to every later run, and to no earlier one', async () => {
		const store = new KeyStore();
		expect(await open(store).take(['a', 'b'])).toEqual(new Set());
		expect(await open(store).take(['a', 'c'])).toEqual(new Set(['a']));
	});

	it('are other keys for another subject and another package', async () => {
		const store = new KeyStore();
		await open(store).take(['a']);
		expect(await open(store, { subject: 'revenue' }).take(['a'])).toEqual(new Set());
		expect(await open(store, { id: 'others' }).take(['a'])).toEqual(new Set());
	});

	it('travel together while the store is busy, each take told of its own', async () => {
		const store = new KeyStore();
		await open(store).take(['b']);
		const record = jest.spyOn(store.helpers, 'checkProcessedAndRecord');
		const keys = open(store);
		const [one, other] = await Promise.all([keys.take(['a', 'b']), keys.take(['c'])]);
		expect([one, other]).toEqual([new Set(['b']), new Set()]);
		expect(record.mock.calls[0][0]).toHaveLength(6);
	});

	it('are free again when the run that took them releases them', async () => {
		const store = new KeyStore();
		const keys = open(store);
		await keys.take(['a', 'b']);
		await keys.release(['a']);
		expect(await open(store).take(['a', 'b'])).toEqual(new Set(['b']));
	});

	it('are not released by a run that did not take them', async () => {
		const store = new KeyStore();
		await open(store).take(['a']);
		const other = open(store);
		await other.release(['a']);
		await other.take(['a']);
		await other.release(['a']);
		expect(await open(store).take(['a'])).toEqual(new Set(['a']));
	});

	it.each(['before', 'after'] as const)(
		'are not released where the store failed %s they were looked up',
		async (side) => {
			const store = new KeyStore();
			await open(store).take(['a']);
			store.restart({ at: 1, side, crash: false });
			const keys = open(store);
			await expect(keys.take(['a'])).rejects.toMatchObject({
				kind: 'unreachable',
				code: 'key_store_failed',
				fatal: true,
				message: 'The idempotency key could not be stored: disk full',
			});
			await keys.release(['a']);
			expect(await keys.take(['a'])).toEqual(new Set(['a']));
		},
	);

	it('cannot be kept by a workflow that is not saved', async () => {
		const store = new KeyStore();
		store.restart({ at: 1, side: 'before', crash: true });
		await expect(open(store, {}, '').take(['a'])).rejects.toThrow('save the workflow first');
	});

	it('that cannot be released or confirmed do not fail what was sent', async () => {
		const store = new KeyStore();
		const keys = open(store);
		await keys.take(['a', 'b']);
		store.restart({ at: 1, side: 'before', crash: true });
		await keys.release(['a']);
		await keys.confirm();
		expect(warn).toHaveBeenCalledTimes(2);
		expect(warn).toHaveBeenLastCalledWith(
			'Could not store idempotency keys of "Things": disk full',
		);
	});

	it('are written again when another process has overwritten them', async () => {
		const store = new KeyStore();
		const keys = open(store);
		await keys.take(['a', 'b']);
		await keys.release(['b']);
		await store.helpers.removeProcessed(['things:text:a:a', 'things:text:b:a']);
		await keys.confirm();
		expect(store.size).toBe(2);
		expect(await open(store).take(['a', 'b'])).toEqual(new Set(['a']));
	});

	it.each([
		['just before', 0, 300],
		['a while before', 120, 180],
		['long before', 5_000, undefined],
		['later than now, by a clock that was put back', -5_000, 300],
	])('are looked at again when they have settled: written %s', async (_, passed, pause) => {
		const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
		const store = new KeyStore();
		const keys = open(store);
		await keys.take(['a']);
		now.mockReturnValue(1_000_000 + passed);
		const record = jest.spyOn(store.helpers, 'checkProcessedAndRecord');
		mockSlept.length = 0;
		await keys.confirm();
		expect(record).toHaveBeenCalledTimes(1);
		jest.restoreAllMocks();
		expect(mockSlept).toEqual(pause === undefined ? [] : [pause]);
	});

	it('are written into the list that another process has just made', async () => {
		const store = new KeyStore();
		const { checkProcessedAndRecord } = store.helpers;
		store.helpers.checkProcessedAndRecord = async (...call) => {
			store.helpers.checkProcessedAndRecord = checkProcessedAndRecord;
			await checkProcessedAndRecord(['things:text:a:b', 'things:text:b:b'], 'node', {});
			throw new Error(`duplicate key value violates unique constraint "PK_1" ${call.length}`);
		};
		expect(await open(store).take(['a', 'b'])).toEqual(new Set(['b']));
		expect(await open(store).take(['a'])).toEqual(new Set(['a']));
	});

	it('of a strict run all fail where its lock cannot be had, and can be taken later', async () => {
		const keys = open(new KeyStore(), { strict: true });
		executeWorkflow.mockRejectedValueOnce(new Error('no such node'));
		const taking = await Promise.allSettled([keys.take(['a']), keys.take(['b'])]);
		const failed = {
			status: 'rejected',
			reason: expect.objectContaining({
				kind: 'unreachable',
				message: 'The idempotency key could not be stored: no such node',
			}),
		};
		expect(taking).toEqual([failed, failed]);
		expect(await keys.take(['b', 'c'])).toEqual(new Set());
		await keys.release(['c']);
		await keys.confirm();
		expect(await open(new KeyStore(), { strict: true }).take(['a', 'c'])).toEqual(new Set());
	});

	it('need a store', () => {
		const context = (helpers: object) => ({ helpers }) as unknown as IExecuteFunctions;
		expect(canKeepKeys(context(new KeyStore().helpers))).toBe(true);
		expect(canKeepKeys(context({}))).toBe(false);
		expect(canKeepKeys(context({ checkProcessedAndRecord: () => {} }))).toBe(false);
	});
});

describe('a history', () => {
	it('keeps the keys that a run still has to look up, whatever new ones go before them', async () => {
		const store = new KeyStore();
		const settings = { historySize: 1_000, keysOfRun: 1_000 };
		await open(store, settings).take(many(900));
		const keys = open(store, settings);
		for (const key of many(100, 5_000)) await keys.take([key]);
		expect((await keys.take(many(900))).size).toBe(900);
	});

	it('keeps what is used again, and forgets what is not', async () => {
		const store = new KeyStore();
		const settings = { historySize: 10, keysOfRun: 1 };
		for (const key of many(200)) {
			await open(store, settings).take([key]);
			expect(await open(store, settings).take(['used'])).toEqual(
				new Set(key === 'k0' ? [] : ['used']),
			);
		}
		expect(await open(store, settings).take(['k0'])).toEqual(new Set());
		expect(store.size).toBeLessThan(100);
	});

	it('forgets the keys of one call in the order they came, known ones and new ones', async () => {
		const store = new KeyStore();
		const settings = { historySize: 100, keysOfRun: 100 };
		await open(store, settings).take(many(99));
		await open(store, settings).take(many(100));
		for (const key of many(50, 5_000)) await open(store, { ...settings, keysOfRun: 1 }).take([key]);
		expect(await open(store, settings).take(['k99'])).toEqual(new Set(['k99']));
	});

	it.each([
		[5, 100],
		[100, 128],
		[9_000, 10_000],
		[10, 10_000],
	])('of %d of one node does not wipe the %d keys of another one', async (small, large) => {
		const store = new KeyStore();
		const scope = 'workflow';
		await open(store, { scope, historySize: large, keysOfRun: large }).take(many(large - 1));
		await open(store, { scope, historySize: small, keysOfRun: 1 }).take(['other']);
		const known = await open(store, { scope, historySize: large, keysOfRun: large }).take(
			many(large - 1),
		);
		expect(known.size).toBe(large - 1);
	});
});

/** A use of a key, as an onlooker sees it. */
interface Use {
	key: string;
	/** Whether it is sure that the key was written. */
	certain: boolean;
	/** The largest history of nodes that had taken keys by then. */
	history: number;
}

interface Run {
	/** Which of the nodes. */
	node: number;
	/** Keys that are taken, a row of them, and a row of those to release. */
	steps: Array<{ from: number; count: number; release: number; together: boolean }>;
	confirms: boolean;
	trouble: Trouble | null;
}

/** @param universe number of keys there are @param most keys that are taken in one call */
const runOf = (universe: number, most: number): fc.Arbitrary<Run> =>
	fc.record({
		node: fc.nat(1),
		steps: fc.array(
			fc.record({
				from: fc.nat(universe - 1),
				count: fc.integer({ min: 1, max: most }),
				release: fc.nat(3),
				together: fc.boolean(),
			}),
			{ minLength: 1, maxLength: 4 },
		),
		confirms: fc.boolean(),
		trouble: fc.option(
			fc.record({
				at: fc.integer({ min: 1, max: 12 }),
				side: fc.constantFrom('before' as const, 'after' as const),
				crash: fc.boolean(),
			}),
		),
	});

/** What must be, told by an onlooker who knows nothing of lists and names. */
class Model {
	private readonly uses: Use[] = [];
	/** Up to which use a key was released, perhaps. */
	private readonly released = new Map<string, number>();
	/** Keys that were released for sure and not used since. */
	private readonly free = new Set<string>();
	private readonly used = new Set<string>();

	/** Keys that a run of a node with that history must know, as of its beginning. */
	promisedTo(ownHistory: number): Set<string> {
		const promised = new Set<string>();
		const since = new Set<string>();
		const looked = new Set<string>();
		for (let at = this.uses.length - 1; at >= 0; at--) {
			const { key, certain, history } = this.uses[at];
			const others = since.size - Number(since.has(key));
			if (certain && !looked.has(key)) {
				looked.add(key);
				const isReleased = (this.released.get(key) ?? -1) >= at;
				if (!isReleased && others < Math.min(history, ownHistory)) promised.add(key);
			}
			since.add(key);
		}
		return promised;
	}

	mustNotKnow(key: string): boolean {
		return !this.used.has(key) || this.free.has(key);
	}

	use(key: string, certain: boolean, history: number): void {
		this.uses.push({ key, certain, history });
		this.used.add(key);
		this.free.delete(key);
	}

	release(key: string, certain: boolean): void {
		this.released.set(key, this.uses.length - 1);
		if (certain) this.free.add(key);
	}
}

/** Plays the runs, and compares what each is told with what the onlooker says. */
async function play(runs: Run[], settings: Pick<KeySettings, 'scope'>, histories: number[]) {
	const store = new KeyStore();
	const model = new Model();
	let history = 0;
	for (const { node, steps, confirms, trouble } of runs) {
		store.restart(trouble ?? undefined);
		const historySize = histories[node];
		const rows = steps.map(({ from, count }) => many(count, from));
		const keysOfRun = new Set(rows.flat()).size;
		const keys = open(store, { ...settings, historySize, keysOfRun });
		const promised = model.promisedTo(historySize);
		const own = new Set<string>();
		for (const [index, { release, together }] of steps.entries()) {
			// A run takes a key once.
			const wanted = rows[index].filter((key) => !own.has(key));
			if (wanted.length === 0) continue;
			const middle = Math.ceil(wanted.length / 2);
			const parts = together ? [wanted.slice(0, middle), wanted.slice(middle)] : [wanted];
			const taking = await Promise.allSettled(parts.map(async (part) => await keys.take(part)));
			const told = taking.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
			const isTaken = told.length === parts.length;
			const known = new Set(told.flatMap((part) => [...part]));
			if (isTaken) {
				expect(wanted.filter((key) => promised.has(key) && !known.has(key))).toEqual([]);
				expect(wanted.filter((key) => model.mustNotKnow(key) && known.has(key))).toEqual([]);
				history = Math.max(history, historySize);
			}
			for (const key of wanted) {
				model.use(key, isTaken, history);
				if (isTaken && !known.has(key)) own.add(key);
			}
			// Some of them its own, some not.
			warn.mockClear();
			const released = [...rows[index].slice(0, release), ...many(2)];
			await keys.release(released);
			const isSure = warn.mock.calls.length === 0;
			for (const key of released) {
				if (!own.delete(key)) continue;
				model.release(key, isSure);
				promised.delete(key);
			}
			if (store.isDown) break;
		}
		if (confirms && !store.isDown) await keys.confirm();
	}
}

describe('keys, whatever happens', () => {
	it.each<[string, KeySettings['scope'], number[], number, number]>([
		['one node', 'node', [4, 4], 12, 4],
		['one node and many keys', 'node', [20, 20], 80, 30],
		['two nodes of one scope', 'workflow', [4, 9], 20, 6],
		['two nodes of one scope and many keys', 'workflow', [4, 150], 450, 90],
		['the same, the other way round', 'workflow', [150, 130], 450, 90],
	])(
		'are known as long as promised, and released only by who took them: %s',
		async (_, scope, histories, universe, most) => {
			const runs = fc.array(runOf(universe, most), { minLength: 1, maxLength: 12 });
			await fc.assert(
				fc.asyncProperty(runs, async (each) => await play(each, { scope }, histories)),
				{ numRuns: universe > 100 ? 80 : 300 },
			);
		},
		60_000, // on a busy machine
	);
});
