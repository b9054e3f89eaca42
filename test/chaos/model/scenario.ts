import fc from 'fast-check';

import { answerKinds, type AnswerKind } from './answers';
import { lookUpShapes, listShapes, type ListShape, type LookUpShape } from './lookUps';
import { works, type WorkName } from './works';

/** What is wrong with an item, if anything. */
export const flaws = ['record', 'keyIsObject', 'keyIsEmpty', 'dryIsText', 'dryIsNothing'] as const;

export interface ItemPlan {
	/** Who it is for. */
	person: number;
	/** Number of its idempotency key. */
	key: number;
	dry: boolean;
	flaw?: (typeof flaws)[number];
}

/** One execution of a workflow, with the retries that follow it. */
export interface ExecutionPlan {
	/** Which of two nodes of the workflow runs; each has a history of its own size. */
	node: 0 | 1;
	items: ItemPlan[];
	/** Milliseconds after which Stop is pressed, in the first try. */
	stopAfter?: number;
	/** The process dies at this call to the account or the store, before or after its effect. */
	death?: { call: number; after: boolean };
	/** Times that a failed execution is retried manually. */
	retries: number;
	/** Items of one run of a loop; without it there is no loop. */
	loopSize?: number;
}

/** Everything that happens in one run of the model. */
export interface Scenario {
	work: WorkName;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail: boolean;
	keyed: boolean;
	scope: 'node' | 'workflow';
	historySizes: [number, number];
	/** How a safeguard is set: not at all, as it comes when added, or by an expression. */
	dryRun: 'absent' | 'added' | 'byItem';
	skipOptedOut: 'absent' | 'added';
	tryAgain: boolean;
	textsPerSecond?: number;
	parallelRequests?: number;
	maxRequestBytes: number;
	optedOut: number[];
	lookUp: LookUpShape;
	lists: ListShape;
	/** What requests meet, one after the other and from the start again. */
	answers: AnswerKind[];
	/** Calls to n8n's store that fail, before or after they wrote. */
	storeFaults: Array<{ call: number; after: boolean }>;
	executions: ExecutionPlan[];
	seed: number;
}

const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: undefined, freq });
const rarely = (chance: number) =>
	fc.integer({ min: 1, max: chance }).map((drawn) => drawn === chance);

const item = (keys: number): fc.Arbitrary<ItemPlan> =>
	fc.record({
		person: fc.integer({ min: 0, max: 5 }),
		key: fc.integer({ min: 0, max: keys }),
		dry: rarely(6),
		flaw: fc.oneof(
			{ weight: 9, arbitrary: fc.constant(undefined) },
			{ weight: 1, arbitrary: fc.constantFrom(...flaws) },
		),
	});

/** Many items, new keys before known ones: what a history must be able to hold. */
const manyItems: fc.Arbitrary<ItemPlan[]> = fc
	.record({
		from: fc.constantFrom(0, 0, 30),
		count: fc.integer({ min: 20, max: 70 }),
		fresh: fc.integer({ min: 0, max: 12 }),
	})
	.map(({ from, count, fresh }) =>
		Array.from({ length: count }, (_, index) => ({
			person: index % 6,
			key: index < fresh ? 200 + from + index : from + index - fresh,
			dry: false,
		})),
	);

/** Few items, some of them bad, with keys that meet. */
const fewItems = fc.array(item(9), { minLength: 1, maxLength: 10 });

const items = fc.oneof({ weight: 5, arbitrary: fewItems }, { weight: 1, arbitrary: manyItems });

const death = fc.record({ call: fc.integer({ min: 1, max: 14 }), after: fc.boolean() });

const execution: fc.Arbitrary<ExecutionPlan> = fc.record({
	node: fc.constantFrom(0, 1),
	items,
	stopAfter: maybe(fc.integer({ min: 0, max: 4_000 }), 4),
	death: maybe(death, 3),
	retries: fc.integer({ min: 0, max: 2 }),
	loopSize: maybe(fc.integer({ min: 1, max: 6 }), 3),
});

/** Requests that fare well, all kinds of faults mixed in, or the same fault again and again. */
const weather: fc.Arbitrary<AnswerKind[]> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.array(
			fc.oneof(
				{ weight: 3, arbitrary: fc.constant<AnswerKind>('good') },
				{ weight: 2, arbitrary: fc.constantFrom(...answerKinds) },
			),
			{ minLength: 1, maxLength: 12 },
		),
	},
	{
		weight: 2,
		arbitrary: fc.array(fc.constantFrom(...answerKinds), { minLength: 2, maxLength: 3 }),
	},
	{ weight: 1, arbitrary: fc.constant<AnswerKind[]>(['good']) },
	{ weight: 1, arbitrary: fc.constantFrom(...answerKinds).map((kind) => [kind]) },
);

const names = Object.keys(works) as WorkName[];
/** Texts are what it is about. */
const work = fc.constantFrom<WorkName>(...names, 'send', 'send', 'sendMany', 'sendMany');
const historySize = fc.oneof(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 60, max: 90 }));

const anything: fc.Arbitrary<Scenario> = fc.record({
	work,
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
	retryOnFail: fc.boolean(),
	keyed: fc.boolean(),
	scope: fc.constantFrom('node', 'workflow'),
	historySizes: fc.tuple(historySize, historySize),
	dryRun: fc.oneof(
		{ weight: 6, arbitrary: fc.constant('absent' as const) },
		{ weight: 3, arbitrary: fc.constant('byItem' as const) },
		{ weight: 1, arbitrary: fc.constant('added' as const) },
	),
	skipOptedOut: fc.constantFrom('absent', 'absent', 'added'),
	tryAgain: rarely(5),
	textsPerSecond: maybe(fc.integer({ min: 1, max: 4 }), 3),
	parallelRequests: maybe(fc.integer({ min: 1, max: 4 }), 3),
	maxRequestBytes: fc.constantFrom(300, 700, 100_000),
	optedOut: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
	lookUp: fc.constantFrom('good' as const, ...lookUpShapes),
	lists: fc.constantFrom(...listShapes),
	answers: weather,
	storeFaults: fc.oneof(
		{ weight: 2, arbitrary: fc.constant<Scenario['storeFaults']>([]) },
		{ weight: 1, arbitrary: fc.array(death, { minLength: 1, maxLength: 3 }) },
	),
	executions: fc.array(execution, { minLength: 1, maxLength: 4 }),
	seed: fc.nat(),
});

/** The operation that an odd response is made for meets one. */
const drawn = anything.map(
	(scenario): Scenario =>
		scenario.work === 'odd'
			? { ...scenario, answers: [...scenario.answers, 'oddShape'] }
			: scenario,
);

/** Several executions with many keys, of a node with a large history beside one with a small one. */
const histories: fc.Arbitrary<Scenario> = fc
	.record({
		scenario: drawn,
		work: fc.constantFrom<WorkName>('send', 'sendMany', 'record'),
		large: fc.integer({ min: 60, max: 90 }),
		small: fc.integer({ min: 3, max: 12 }),
		executions: fc.array(
			fc.oneof(
				manyItems.map((items): ExecutionPlan => ({ node: 0, items, retries: 0 })),
				fc
					.array(item(12), { minLength: 1, maxLength: 3 })
					.map((items): ExecutionPlan => ({ node: 1, items, retries: 0 })),
			),
			{ minLength: 2, maxLength: 4 },
		),
	})
	.map(({ scenario, work, large, small, executions }) => ({
		...scenario,
		work,
		executions,
		keyed: true,
		tryAgain: false,
		dryRun: 'absent',
		skipOptedOut: 'absent',
		textsPerSecond: undefined,
		answers: ['good'],
		historySizes: [large, small],
	}));

/** Questions to one person, retried manually, each time in an execution of its own. */
const questions: fc.Arbitrary<Scenario> = fc
	.record({
		scenario: drawn,
		asked: item(9),
		isBad: rarely(4),
		answers: fc.array(fc.constantFrom(...answerKinds), { minLength: 1, maxLength: 2 }),
	})
	.map(({ scenario, asked, isBad, answers }) => ({
		...scenario,
		work: 'sendAndWait',
		answers,
		dryRun: 'absent',
		executions: [
			{ node: 0, items: [{ ...asked, flaw: isBad ? 'record' : undefined }], retries: 2 },
		],
	}));

/** Without fast-check's love for small values: combinations are what matters. */
export const scenarios = fc.noBias(
	fc.oneof(
		{ weight: 5, arbitrary: drawn },
		{ weight: 1, arbitrary: histories },
		{ weight: 1, arbitrary: questions },
	),
);
