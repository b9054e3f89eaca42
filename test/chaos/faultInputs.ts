import fc from 'fast-check';

import type { FaultInput } from '../../sandbox/core';

/** A value, or nothing every other time. */
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** True once in so many times. */
export const oneIn = (count: number) =>
	fc.integer({ min: 1, max: count }).map((drawn) => drawn === 1);

/**
 * Faults that may hit a request to one of the operations, before or after it has its effect.
 *
 * @param refusals statuses with which the account refuses one and does nothing
 */
export const faultInput = (
	seed: number,
	operationIds: readonly string[],
	refusals: readonly number[],
): fc.Arbitrary<FaultInput> =>
	fc
		.tuple(
			fc.oneof(
				fc.record({ kind: fc.constant('latency'), latencyMs: fc.integer({ min: 1, max: 20 }) }),
				fc.record({
					kind: fc.constant('status'),
					status: fc.constantFrom(...refusals, 500, 503),
				}),
				fc.record({
					kind: fc.constant('status'),
					status: fc.constant(429),
					retryAfter: fc.constantFrom(undefined, '0', '2', '30', '500'),
				}),
				fc.record({
					kind: fc.constant('status'),
					status: fc.constantFrom(502, 503),
					html: fc.constant(true),
				}),
				fc.record({
					kind: fc.constant('status_after'),
					status: fc.constantFrom(500, 502, 503),
				}),
				fc.record({ kind: fc.constant('drop_before') }),
				fc.record({
					kind: fc.constantFrom('drop_after', 'truncate', 'not_json'),
					latencyMs: fc.constantFrom(0, 10),
				}),
			),
			fc.constantFrom(...operationIds),
			fc.double({ min: 0.1, max: 0.9, noNaN: true }),
			maybe(fc.integer({ min: 1, max: 3 })),
		)
		.map(([what, operationId, probability, count]) => ({
			...(what as FaultInput),
			operationId,
			probability,
			count,
			seed: String(seed),
		}));
