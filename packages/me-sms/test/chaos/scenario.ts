import fc from 'fast-check';

import { faultInput, maybe, oneIn } from '../../../../test/chaos/faultInputs';
import type { StoreFault } from '../../../../test/kit/processedStore';
import type { FaultInput, Switches } from '../../sandbox';
import { KINDS, PEOPLE, TIMES } from './world';

export type WorkName = 'send' | 'sendMany' | 'sendFile' | 'cancel';

/** What a run may cost, as the user says. */
export interface Limits {
	maximumCredits?: number;
	checkBalanceFirst?: true;
	estimateCostWith: 'preview' | 'dryRun';
}

/** One input item. */
export interface Item {
	/** Which text, or which message it is about. */
	kind: number;
	/** Whom it goes to. */
	people: number[];
}

/** Everything that happens in one round of the suite. Drawn from a seed. */
export interface Scenario {
	work: WorkName;
	items: Item[];
	/** Whether the first item is a bad one. */
	firstIsBad: boolean;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail: boolean;
	maxTries: number;
	/** Whether the node fails where items do. */
	failOnRejected: boolean;
	numbersPerRequest?: number;
	when?: keyof typeof TIMES;
	quietHours: boolean;
	/** How Dry Run is switched on. */
	dryRun?: 'true' | 'text';
	limits?: Limits;
	/** Credits of the account. */
	credits: number;
	/** The user's own key, one for each item or for all; the workflow then runs twice. */
	ownKey?: 'item' | 'all';
	/** n8n's store of keys fails in the first of them. */
	storeFault?: Partial<StoreFault>;
	/** The user chose to have requests made again whose response was lost. */
	tryAgain: boolean;
	/** What Cancel does when it is too late. */
	ifTooLate: 'fail' | 'return';
	/** Somebody presses Stop as this request is about to be made. */
	stopsAtRequest?: number;
	/** The first of two executions dies as it is about to make this request. */
	diesAtRequest?: number;
	switches: Partial<Switches>;
	faults: FaultInput[];
}

const never = fc.constant(undefined);
/** A value once in so many times. */
const seldom = <T>(count: number, value: fc.Arbitrary<T>) =>
	oneIn(count).chain((isThere): fc.Arbitrary<T | undefined> => (isThere ? value : never));

const kind = fc.integer({ min: 0, max: KINDS - 1 });
const few = fc.integer({ min: 0, max: 9 });
const any = fc.integer({ min: 0, max: PEOPLE - 1 });

/** The items of each work; some ask for the same as others. */
const ITEMS: Record<WorkName, fc.Arbitrary<Item[]>> = {
	send: fc.array(fc.record({ kind, people: fc.uniqueArray(few, { minLength: 1, maxLength: 3 }) }), {
		minLength: 1,
		maxLength: 8,
	}),
	sendMany: fc.array(fc.record({ kind, people: any.map((one) => [one]) }), {
		minLength: 5,
		maxLength: 40,
	}),
	sendFile: fc.array(fc.record({ kind, people: fc.array(any, { minLength: 10, maxLength: 45 }) }), {
		minLength: 1,
		maxLength: 2,
	}),
	cancel: fc.array(fc.record({ kind: fc.integer({ min: 0, max: 3 }), people: fc.constant([]) }), {
		minLength: 1,
		maxLength: 6,
	}),
};

const REFUSALS = [400, 401, 402, 403, 404, 409];

/** Some of the large requests, or all of them. */
const tooLarge = (seed: number): fc.Arbitrary<FaultInput> =>
	fc.record({
		kind: fc.constant('status'),
		status: fc.constant(413),
		operationId: fc.constant('sendSms'),
		aboveBytes: fc.integer({ min: 90, max: 300 }),
		probability: fc.constantFrom(0.5, 1),
		seed: fc.constant(String(seed)),
	});

const limits: fc.Arbitrary<Limits> = fc
	.tuple(
		fc.constantFrom({ maximumCredits: 0 }, { maximumCredits: 5 }, { maximumCredits: 1_000 }, {}),
		fc.constantFrom({}, { checkBalanceFirst: true as const }),
		fc.constantFrom('preview' as const, 'dryRun' as const),
	)
	.map(([most, balance, estimateCostWith]) => ({ ...most, ...balance, estimateCostWith }));

const switches: fc.Arbitrary<Partial<Switches>> = fc.record({
	bodies: fc.constantFrom('flat', 'data'),
	names: fc.constantFrom('first', 'second', 'third'),
	codes: fc.constantFrom('some', 'none'),
	balance: fc.constantFrom('number', 'text'),
	cancelRefusals: fc.constantFrom('mixed', '400', '409'),
	badNumbers: fc.constantFrom('refuse', 'invalid'),
	dryRunText: fc.constantFrom('refuse', 'send'),
	sendResult: oneIn(10).map((isNothing) => (isNothing ? 'nothing' : 'uuid')),
	paths: oneIn(8).map((isMoved) => (isMoved ? 'moved' : 'usual')),
	wrongPaths: fc.constantFrom('missing', 'page', 'redirect'),
});

const storeFault: fc.Arbitrary<Partial<StoreFault>> = fc.record({
	of: fc.constantFrom('checkProcessedAndRecord', 'removeProcessed'),
	skip: fc.integer({ min: 0, max: 6 }),
	times: fc.integer({ min: 1, max: 4 }),
	written: fc.boolean(),
});

const scenarioOf = (seed: number, work: WorkName): fc.Arbitrary<Scenario> => {
	const isSend = work !== 'cancel';
	const ofSend = <T>(value: fc.Arbitrary<T>) => (isSend ? maybe(value) : never);
	const main = isSend ? 'sendSms' : 'cancelSms';
	const fault = faultInput(seed, [main], REFUSALS);
	return fc
		.record({
			work: fc.constant(work),
			items: ITEMS[work],
			firstIsBad: oneIn(5),
			onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
			retryOnFail: fc.boolean(),
			maxTries: fc.integer({ min: 2, max: 4 }),
			failOnRejected: fc.boolean(),
			numbersPerRequest: work === 'send' ? never : maybe(fc.constantFrom(1, 3, 7)),
			when: ofSend(fc.constantFrom('day', 'night')),
			quietHours: isSend ? oneIn(3) : fc.constant(false),
			dryRun: isSend ? seldom(8, fc.constantFrom('true', 'text')) : never,
			limits: isSend ? seldom(3, limits) : never,
			credits: fc.constantFrom(0, 6, 20, ...Array<number>(5).fill(10_000)),
			ownKey: ofSend(fc.constantFrom('item', 'item', 'all')),
			storeFault: isSend ? seldom(3, storeFault) : never,
			tryAgain: isSend ? oneIn(6) : fc.constant(false),
			ifTooLate: fc.constantFrom('fail', 'return'),
			stopsAtRequest: seldom(3, fc.integer({ min: 1, max: 9 })),
			diesAtRequest: maybe(fc.integer({ min: 1, max: 9 })),
			switches,
			faults: fc.array(fault, { maxLength: 3 }),
			tooLarge: work === 'send' ? never : ofSend(tooLarge(seed)),
			lookUpFaults: isSend
				? fc.array(
						faultInput(seed, ['previewCost', 'getCreditBalance', 'listMessages'], REFUSALS),
						{
							maxLength: 2,
						},
					)
				: fc.constant([]),
		})
		.map(({ tooLarge: large, lookUpFaults, ...drawn }) => {
			const scenario = drawn as Scenario;
			const { ownKey, diesAtRequest } = scenario;
			const dies = ownKey !== undefined && diesAtRequest !== undefined;
			const faults = [...scenario.faults, ...lookUpFaults, ...(large === undefined ? [] : [large])];
			return {
				...scenario,
				storeFault: ownKey === undefined ? undefined : scenario.storeFault,
				diesAtRequest: dies ? diesAtRequest : undefined,
				stopsAtRequest: dies ? undefined : scenario.stopsAtRequest,
				// A page where Cancel should be means a wrong path, whatever it did.
				faults: isSend ? faults : faults.filter(({ kind: what }) => what !== 'not_json'),
			};
		});
};

const WORKS: readonly WorkName[] = [
	'send',
	'sendMany',
	'sendMany',
	'sendFile',
	'sendFile',
	'cancel',
];

/** The scenario of a seed: the same each time. */
export function scenarioFrom(seed: number): Scenario {
	const one = fc.constantFrom(...WORKS).chain((work) => scenarioOf(seed, work));
	return fc.sample(fc.noBias(one), { seed, numRuns: 1 })[0];
}
