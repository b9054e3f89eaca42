import fc from 'fast-check';

import { RequestError, type FailureKind } from '../../../../kernel/http/requestError';
import { mayRepeat, nextDelay, parseRetryAfter } from '../../../../kernel/http/retry';
import { profile } from '../n8n/standIn';

const policy = profile.retry;

const failureOf = (kind: FailureKind, status?: number, retryAfter?: number) =>
	new RequestError('failed', { kind, code: 'x', status, retryAfter });

describe('mayRepeat', () => {
	it.each<[boolean, FailureKind, number | undefined, boolean]>([
		[false, 'unreachable', undefined, true],
		[false, 'refused', 429, true],
		[false, 'unknown', undefined, false],
		[false, 'unknown', 500, false],
		[false, 'unknown', 503, false],
		[false, 'refused', 400, false],
		[false, 'cancelled', undefined, false],
		[true, 'unreachable', undefined, true],
		[true, 'refused', 429, true],
		[true, 'unknown', undefined, true],
		[true, 'unknown', 503, true],
		[true, 'refused', 404, false],
		[true, 'cancelled', undefined, false],
	])('idempotent %s, %s, status %s: %s', (idempotent, kind, status, expected) => {
		expect(mayRepeat(policy, idempotent, failureOf(kind, status))).toBe(expected);
	});

	it.each([true, false])(
		'goes by the statuses of the API, whatever kind of endpoint: idempotent %s',
		(idempotent) => {
			const other = { ...policy, unprocessed: [420] };
			expect(mayRepeat(other, idempotent, failureOf('refused', 420))).toBe(true);
			expect(mayRepeat(other, idempotent, failureOf('refused', 429))).toBe(false);
		},
	);

	it('never repeats what would meet every further request', () => {
		const fatal = new RequestError('no', { kind: 'unknown', code: 'x', fatal: true });
		expect(mayRepeat(policy, true, fatal)).toBe(false);
	});
});

describe('nextDelay', () => {
	it('stops after the last attempt', () => {
		expect(nextDelay(policy, policy.maxAttempts, 0, failureOf('unknown'), 0)).toBeUndefined();
	});

	it('stays between nothing and the exponential ceiling', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: policy.maxAttempts - 1 }),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				(attempt, random) => {
					const delay = nextDelay(policy, attempt, 0, failureOf('unknown'), random);
					expect(delay).toBeGreaterThanOrEqual(0);
					expect(delay).toBeLessThanOrEqual(policy.baseDelay * 2 ** (attempt - 1));
				},
			),
		);
	});

	it('doubles the ceiling with each attempt, up to the longest wait', () => {
		const waits = [1, 2, 3, 4].map((attempt) =>
			nextDelay(policy, attempt, 0, failureOf('unknown'), 0.5),
		);
		expect(waits).toEqual([250, 500, 1_000, 2_000]);
		expect(nextDelay({ ...policy, maxAttempts: 20 }, 12, 0, failureOf('unknown'), 0.5)).toBe(
			15_000,
		);
	});

	it('uses the whole budget, and not a millisecond more', () => {
		const failure = failureOf('refused', 429, 1_000);
		expect(nextDelay(policy, 1, policy.totalBudget - 1_000, failure, 0)).toBe(1_000);
		expect(nextDelay(policy, 1, policy.totalBudget - 999, failure, 0)).toBeUndefined();
	});

	it('waits at least as long as Retry-After asks', () => {
		expect(nextDelay(policy, 1, 0, failureOf('refused', 429, 7_000), 0.5)).toBe(7_000);
	});

	it('gives up when the wait would pass the total budget', () => {
		const failure = failureOf('refused', 429, policy.totalBudget + 1);
		expect(nextDelay(policy, 1, 0, failure, 0)).toBeUndefined();
		expect(nextDelay(policy, 1, policy.totalBudget, failureOf('unknown'), 0.99)).toBeUndefined();
	});
});

describe('parseRetryAfter', () => {
	const now = Date.parse('2026-04-11T19:00:00Z');

	it.each([
		['5', 5_000],
		['0', 0],
		['1.5', 1_500],
		['Sat, 11 Apr 2026 19:00:30 GMT', 30_000],
		['Sat, 11 Apr 2026 18:00:00 GMT', 0],
		[' 12 ', 12_000],
		['0.0001', 1],
		['11 Apr 2026 19:00:30 GMT', 30_000],
		['2026-04-11T19:00:30+00:00', 30_000],
		['5 seconds', undefined],
		['soon', undefined],
		['   ', undefined],
		['', undefined],
		[undefined, undefined],
		[30, undefined],
		[['5'], undefined],
	])('reads %j as %s ms', (header, expected) => {
		expect(parseRetryAfter(header, now)).toBe(expected);
	});
});
