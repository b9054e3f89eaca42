import fc from 'fast-check';

import { RateBudget } from '../../../../kernel/http/rateBudget';

const START = 1_000_000;
const HOUR = 3_600_000;

/** Sends as soon as it may until the clock says so. @returns when requests left */
function sendAll(budget: RateBudget, until: number, from = START): number[] {
	const left: number[] = [];
	for (let now = from; now < until && left.length < 1_000; ) {
		const wait = budget.delay(now);
		if (wait === Infinity || now + wait >= until) break;
		budget.spend(now);
		left.push(now + wait);
		now += wait;
	}
	return left;
}

describe('a request budget', () => {
	it('holds nothing back while nothing is known', () => {
		expect(new RateBudget(10).delay(START)).toBe(0);
	});

	it('holds nothing back while there are plenty', () => {
		const budget = new RateBudget(10);
		budget.learn({ remaining: 10, resetAt: START + HOUR }, START);
		expect(budget.delay(START)).toBe(0);
	});

	it('spreads the last ones until the reset', () => {
		const budget = new RateBudget(10);
		budget.learn({ remaining: 4, resetAt: START + 4_000 }, START);
		expect(sendAll(budget, START + 4_000)).toEqual(
			[0, 1_000, 2_000, 3_000].map((at) => START + at),
		);
	});

	it('waits for the reset where nothing is left, and forgets it then', () => {
		const budget = new RateBudget(10);
		budget.learn({ remaining: 0, resetAt: START + 5_000 }, START);
		expect(budget.delay(START + 2_000)).toBe(3_000);
		expect(budget.delay(START + 5_000)).toBe(0);
		expect(budget.left(START + 5_000)).toBeUndefined();
	});

	it('takes the least of what responses say, in whatever order they come', () => {
		const budget = new RateBudget(10);
		budget.learn({ remaining: 50, resetAt: START + HOUR }, START);
		budget.learn({ remaining: 48, resetAt: START + HOUR + 900 }, START);
		budget.learn({ remaining: 49, resetAt: START + HOUR }, START);
		expect(budget.left(START)?.remaining).toBe(48);
	});

	it('begins anew with another reset', () => {
		const budget = new RateBudget(10);
		budget.learn({ remaining: 0, resetAt: START + 5_000 }, START);
		budget.learn({ remaining: 99, resetAt: START + HOUR }, START);
		expect(budget.delay(START)).toBe(0);
		expect(budget.left(START)?.remaining).toBe(99);
	});

	it('never lets more go before the reset than are left', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 60 }),
				fc.integer({ min: 1, max: HOUR }),
				(remaining, time) => {
					const budget = new RateBudget(10);
					budget.learn({ remaining, resetAt: START + time }, START);
					expect(sendAll(budget, START + time).length).toBeLessThanOrEqual(remaining);
				},
			),
		);
	});
});

it('counts what is under way when the first response tells the limit', () => {
	const budget = new RateBudget(10);
	for (let sent = 0; sent < 16; sent++) budget.spend(START);
	budget.settled();
	budget.learn({ remaining: 99, resetAt: START + HOUR }, START);
	expect(budget.left(START)?.remaining).toBe(84);
});
