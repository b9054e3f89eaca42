import fc from 'fast-check';

import { openClaims } from '../../../../../kernel/n8n/dispatch/claims';
import { drain, now, SETTINGS, sleep, startProcesses, type Process } from './processes';

jest.mock('../../../../../kernel/n8n/run/sleep', () => ({
	sleepUnlessStopped: async (milliseconds: number) => await sleep(milliseconds),
}));

beforeEach(() => void jest.spyOn(Date, 'now').mockImplementation(now));
afterEach(() => jest.restoreAllMocks());

const scheduler = () => fc.scheduler({ act: drain });
const STEP_MS = 5;

/** Takes keys in one execution and says which were new to it. */
async function take(process: Process, keys: string[], strict: boolean): Promise<string[]> {
	const own = process.openIdempotencyKeys(process.context(), { ...SETTINGS, strict });
	const known = await own.take(keys);
	await own.confirm();
	return keys.filter((key) => !known.has(key));
}

const keysOf = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
const executions = fc.array(keysOf, { minLength: 2, maxLength: 5 });

/** Any number of executions on some processes, in whatever order their steps come. */
const race = (processes: number, strict: boolean) =>
	fc.asyncProperty(scheduler(), executions, async (s, wanted) => {
		const { all, store } = startProcesses(s, processes, STEP_MS);
		const running = wanted.map(
			async (keys, index) => await take(all[index % processes], keys, strict),
		);
		await s.waitFor(Promise.all(running));
		const taken = (await Promise.all(running)).flat().sort();
		expect(taken).toEqual([...new Set(wanted.flat())].sort());
		// Nobody has overwritten what another one wrote, and nobody holds anything any more.
		const [list, ...others] = store.lists.values();
		expect(list).toHaveLength(2 * taken.length);
		expect(others).toEqual([]);
	});

describe('strict keys on several processes', () => {
	it.each([2, 3])(
		'are new to one execution each, in whatever order %d processes take turns',
		async (processes) => {
			await fc.assert(race(processes, true), { numRuns: 150 });
		},
		60_000,
	);

	it('would be new to two of them without a lock', async () => {
		expect((await fc.check(race(2, false), { numRuns: 150 })).failed).toBe(true);
	}, 60_000);

	it('can be released, and are then free to one other', async () => {
		const released = fc.asyncProperty(scheduler(), async (s) => {
			const { all } = startProcesses(s, 3, STEP_MS);
			const first = all[0].openIdempotencyKeys(all[0].context(), SETTINGS);
			const begun = first.take(['a', 'b']);
			await s.waitFor(begun);
			expect(await begun).toEqual(new Set());
			const running = Promise.all([
				first.release(['a']),
				...all.slice(1).map(async (process) => await take(process, ['a', 'b'], true)),
			]);
			await s.waitFor(running);
			const [, ...others] = await running;
			const last = take(all[1], ['a', 'b'], true);
			await s.waitFor(last);
			const taken = [...others, await last].flat();
			expect(taken).toEqual(['a']);
		});
		await fc.assert(released, { numRuns: 100 });
	}, 60_000);
});

const fail = (error: unknown) => {
	throw error;
};

/** When a piece of work that needs the lock was under way, by the world's clock. */
interface Section {
	from: number;
	to: number;
}

describe('the lock', () => {
	it('is held by one at a time whatever dies, with clocks that are ten seconds apart', async () => {
		let succeeded = 0;
		const traits = fc.record({
			clock: fc.integer({ min: 0, max: 9_500 }),
			diesAt: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 40 })),
		});
		const property = fc.asyncProperty(
			scheduler(),
			fc.array(traits, { minLength: 3, maxLength: 3 }),
			fc.oneof(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 20, max: 1_500 })),
			// The lock has another name in each minute.
			fc.oneof(fc.double({ min: 59, max: 60, noNaN: true }), fc.integer({ min: 0, max: 59 })),
			async (s, [one, other, third], stepMs, second) => {
				// The third lives, so that something has to end well.
				const { all } = startProcesses(
					s,
					3,
					stepMs,
					[one, other, { ...third, diesAt: Infinity }],
					second,
				);
				const sections: Section[] = [];
				const work = async (process: Process) => {
					const time = () => now() - process.clock;
					const section = { from: 0, to: 0 };
					await process.whileLocked('keys', {
						claims: openClaims(process.context()),
						stop: undefined,
						warn: fail,
						work: async () => {
							section.from = time();
							for (let step = 0; step < 3; step++) await sleep(0);
							section.to = time();
						},
					});
					sections.push(section);
				};
				const works = all.flatMap((each) => [work(each), work(each)]);
				// Where a turn comes late, work lasts too long: then it counts for nothing.
				const ends = works.map(async (end) => await end.catch(() => {}));
				await s.waitFor(Promise.all(ends.slice(4)));
				succeeded += sections.length;
				sections.sort((a, b) => a.from - b.from);
				for (const [index, { from }] of sections.slice(1).entries()) {
					expect(from).toBeGreaterThanOrEqual(sections[index].to);
				}
			},
		);
		await fc.assert(property, { numRuns: 400 });
		expect(succeeded).toBeGreaterThan(400);
	}, 60_000);
});
