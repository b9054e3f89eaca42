import fc from 'fast-check';

import { faultInput, maybe, oneIn } from '../../../../test/chaos/faultInputs';
import type { FaultInput, Settings, Switches } from '../../sandbox';
import { GUARDED, works, type Work, type WorkName } from './works';
import { KINDS } from './world';

/** Everything that happens in one round of the suite. Drawn from a seed. */
export interface Scenario {
	work: WorkName;
	/** What each item is about: items of the same kind ask for the same. */
	kinds: number[];
	/** Whether the first item is a bad one. */
	firstIsBad: boolean;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail: boolean;
	maxTries: number;
	/** How the node waits for what it started; without it, it does not. */
	wait?: { maximumWait: number; ifNotReady: 'returnState' | 'fail' };
	/** What is started first fails. */
	jobFails: boolean;
	dryRun: boolean;
	/** A guard of schedule that holds, or trips. */
	guard?: 'holds' | 'trips';
	/** The user's own key, one for each item, for each kind or for all; the workflow then runs twice. */
	ownKey?: 'item' | 'kind' | 'all';
	/** The user chose to have requests made again whose answer was lost. */
	tryAgain: boolean;
	/** Somebody presses Stop as this request is about to be made. */
	stopsAtRequest?: number;
	/** The first of two executions dies as it is about to make this request. */
	diesAtRequest?: number;
	switches: Partial<Switches>;
	settings: Partial<Settings>;
	/** Requests of the rate limit that somebody else has used. */
	used: number;
	faults: FaultInput[];
}

const kind = fc.integer({ min: 0, max: KINDS - 1 });

const REFUSALS = [400, 402, 403, 409];
const fault = (seed: number, operationIds: readonly string[]) =>
	faultInput(seed, operationIds, REFUSALS);

const switches: fc.Arbitrary<Partial<Switches>> = fc.record({
	generation: fc.constantFrom('docs', 'sdk', 'mixed'),
	idempotency: fc.constantFrom('kept', 'kept', 'ignored'),
	keyConflict: fc.constantFrom('refuse', 'replay'),
	keepFailures: fc.boolean(),
	rateLimit: fc.constantFrom('off', 'off', 'hour', 'kinds', 'minute', 'bucket'),
	retryAfter: fc.boolean(),
	rateLimitCode: fc.boolean(),
});

const settings: fc.Arbitrary<Partial<Settings>> = fc
	.constantFrom(0.5, 6, 70, 3_000)
	.chain((seconds) =>
		fc.record({
			importSeconds: fc.constant(seconds),
			mediaSeconds: fc.constant(seconds),
			analysisSeconds: fc.constant(seconds),
			// Never none: the account then tells its own time, and not that of the machine.
			clockSkewSeconds: fc.constantFrom(-40, 1, 90),
			rateLimitScale: fc.constantFrom(1, 0.05),
		}),
	);

const scenarioOf = (seed: number, name: WorkName): fc.Arbitrary<Scenario> => {
	const work: Work = works[name];
	const isGuarded = GUARDED.has(name);
	const isSchedule = work.operationId === 'scheduleProject';
	const never = fc.constant(undefined);
	const reads = [...work.lookUps, ...(work.follows ?? [])];
	return fc
		.record({
			work: fc.constant(name),
			kinds: fc.oneof(
				fc.uniqueArray(kind, { minLength: 1, maxLength: KINDS }),
				fc.array(kind, { minLength: 1, maxLength: 7 }),
			),
			firstIsBad: oneIn(4),
			onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
			retryOnFail: fc.boolean(),
			maxTries: fc.integer({ min: 2, max: 4 }),
			wait:
				work.job === undefined
					? never
					: fc.option(
							fc.record({
								maximumWait: fc.constantFrom(0, 1, 3, 10),
								ifNotReady: fc.constantFrom('returnState', 'fail'),
							}),
							{ nil: undefined, freq: 4 },
						),
			jobFails: work.job === undefined ? fc.constant(false) : oneIn(5),
			dryRun: isGuarded ? oneIn(12) : fc.constant(false),
			guard: isSchedule ? maybe(fc.constantFrom('holds', 'trips')) : never,
			ownKey: isGuarded ? maybe(fc.constantFrom('item', 'kind', 'all')) : never,
			tryAgain: isGuarded ? oneIn(4) : fc.constant(false),
			stopsAtRequest: maybe(fc.integer({ min: 1, max: 9 })),
			diesAtRequest: maybe(fc.integer({ min: 1, max: 9 })),
			switches,
			settings,
			used: fc.constantFrom(0, 20, 92, 98),
			faults: fc.array(fault(seed, [work.operationId]), { minLength: 1, maxLength: 3 }),
			readFaults:
				reads.length === 0 ? fc.constant([]) : fc.array(fault(seed, reads), { maxLength: 2 }),
		})
		.map(({ readFaults, ...drawn }) => {
			const scenario = drawn as Scenario;
			const dies = scenario.ownKey !== undefined && scenario.diesAtRequest !== undefined;
			return {
				...scenario,
				diesAtRequest: dies ? scenario.diesAtRequest : undefined,
				stopsAtRequest: dies ? undefined : scenario.stopsAtRequest,
				faults: [...scenario.faults, ...readFaults],
			};
		});
};

/** The scenario of a seed: the same each time. */
export function scenarioFrom(seed: number): Scenario {
	const names = Object.keys(works) as WorkName[];
	const any = fc.constantFrom(...names).chain((name) => scenarioOf(seed, name));
	return fc.sample(fc.noBias(any), { seed, numRuns: 1 })[0];
}
