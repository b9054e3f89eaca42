import fc from 'fast-check';

import type { FaultInput } from '../../sandbox/trackly';
import type { StoreFault } from '../kit/processedStore';
import { campaigns, type Campaign, type CampaignName } from './campaigns';

/** Everything that happens in one round of the suite. Drawn from a seed. */
export interface Scenario {
	campaign: CampaignName;
	count: number;
	/** Whether the first item is a bad one. */
	firstIsBad: boolean;
	onError: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	retryOnFail: boolean;
	maxTries: number;
	/** Items of a round of a loop around the node. */
	loopSize?: number;
	/** A batch fails the node when records were rejected. */
	failOnRejected: boolean;
	/** Items have an idempotency key, and the workflow is run again from the start. */
	key?: {
		scope: 'node' | 'workflow';
		/** The first execution dies as it is about to make this request. */
		diesAtRequest?: number;
		/** Calls to n8n's store of keys that fail. */
		storeFault?: Pick<StoreFault, 'skip' | 'times' | 'written'>;
	};
	/** The user chose to have requests made again whose answer was lost: texts may come twice. */
	atLeastOnce: boolean;
	/** Every so manieth person has opted out and is to be skipped. */
	optedOut?: number;
	faults: FaultInput[];
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const oneIn = (count: number) => fc.integer({ min: 1, max: count }).map((drawn) => drawn === 1);

/** Faults that may hit any request for the campaign. */
const fault = (seed: number, { operationId, batches }: Campaign): fc.Arbitrary<FaultInput> => {
	const kinds: Array<fc.Arbitrary<FaultInput>> = [
		fc.record({ kind: fc.constant('latency'), latencyMs: fc.integer({ min: 1, max: 40 }) }),
		fc.record({
			kind: fc.constant('status'),
			status: fc.constantFrom(400, 402, 409, 429, 500, 502, 503),
			retryAfter: fc.constantFrom('0', '0.02', 'Thu, 01 Jan 2026 00:00:00 GMT'),
		}),
		fc.record({ kind: fc.constant('drop_before') }),
		fc.record({
			kind: fc.constantFrom('drop_after', 'truncate', 'not_json'),
			latencyMs: fc.constantFrom(0, 15),
		}),
		fc.record({ kind: fc.constant('restart'), downMs: fc.integer({ min: 0, max: 120 }) }),
	];
	if (batches) {
		kinds.push(
			fc.record({
				kind: fc.constant('partial'),
				indexes: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 9 }),
				code: fc.constant('provider_error'),
			}),
		);
	}
	const probability = batches ? { min: 0.1, max: 0.7 } : { min: 0.01, max: 0.25 };
	return fc
		.tuple(fc.oneof(...kinds), fc.double({ ...probability, noNaN: true }))
		.map(([what, chance]) => ({
			...(what as FaultInput),
			operationId,
			seed: String(seed),
			// A restart meets all requests under way, so that few of them are many.
			...(what.kind === 'restart'
				? { count: 2, probability: chance / 3 }
				: { probability: chance }),
		}));
};

/** The look-up of opt-outs fails, once or too often. */
const lookUpFault = (seed: number): fc.Arbitrary<FaultInput> =>
	fc.record({
		kind: fc.constantFrom('drop_before', 'truncate', 'not_json', 'status', 'latency'),
		operationId: fc.constant('listContacts'),
		seed: fc.constant(String(seed)),
		latencyMs: fc.constantFrom(0, 10),
		probability: fc.constantFrom(0.2, 0.95),
	});

/** Scenarios of one campaign. */
const scenarioOf = (seed: number, name: CampaignName): fc.Arbitrary<Scenario> => {
	const campaign: Campaign = campaigns[name];
	return fc
		.record({
			campaign: fc.constant(name),
			count: campaign.batches
				? fc.integer({ min: 300, max: 2_600 })
				: fc.integer({ min: 20, max: 260 }),
			firstIsBad: fc.boolean(),
			onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'),
			retryOnFail: fc.boolean(),
			maxTries: fc.integer({ min: 2, max: 5 }),
			loopSize: maybe(
				campaign.batches ? fc.integer({ min: 150, max: 900 }) : fc.integer({ min: 7, max: 60 }),
			),
			failOnRejected: fc.boolean(),
			optedOut: campaign.texts ? maybe(fc.integer({ min: 7, max: 40 })) : fc.constant(undefined),
			atLeastOnce: campaign.repeatable ? fc.constant(false) : oneIn(8),
			key: campaign.repeatable
				? fc.constant(undefined)
				: maybe(
						fc.record({
							scope: fc.constantFrom('node', 'workflow'),
							diesAtRequest: maybe(fc.integer({ min: 1, max: campaign.batches ? 3 : 60 })),
							storeFault: maybe(
								fc.record({
									skip: fc.integer({ min: 0, max: 20 }),
									times: fc.integer({ min: 1, max: 2 }),
									written: fc.boolean(),
								}),
							),
						}),
					),
			faults: fc.array(fault(seed, campaign), { minLength: 1, maxLength: 4 }),
			lookUpFaults: fc.array(lookUpFault(seed), { maxLength: 1 }),
		})
		.map((drawn) => {
			const { lookUpFaults, ...rest } = drawn;
			const scenario = rest as Scenario;
			const stops = scenario.onError === 'stopWorkflow';
			const failOnRejected = campaign.batches && scenario.failOnRejected;
			return {
				...scenario,
				failOnRejected,
				key: scenario.atLeastOnce ? undefined : scenario.key,
				// A bad item that stops the node stops it each time, and nothing ever comes of it.
				firstIsBad: scenario.firstIsBad && !(stops && (failOnRejected || !campaign.batches)),
				// Requests that no restart swallowed can be counted, which a death is timed by.
				faults: [
					...scenario.faults.filter(
						({ kind }) => kind !== 'restart' || scenario.key?.diesAtRequest === undefined,
					),
					...(scenario.optedOut === undefined ? [] : lookUpFaults),
				],
			};
		});
};

/** The scenario of a seed: the same each time. */
export function scenarioFrom(seed: number): Scenario {
	const names = Object.keys(campaigns) as CampaignName[];
	const any = fc.constantFrom(...names).chain((name) => scenarioOf(seed, name));
	return fc.sample(fc.noBias(any), { seed, numRuns: 1 })[0];
}
