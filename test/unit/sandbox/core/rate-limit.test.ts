import { RateLimiter } from '../../../../sandbox/core';
import type { RateRule } from '../../../../sandbox/core';

describe('a rate limit', () => {
	let now: number;
	const limiter = (rule: RateRule, timeScale = 1) => new RateLimiter(rule, timeScale, () => now);
	beforeEach(() => (now = 1_000_000));

	it('grants as many requests as a window holds, and says when the next one opens', () => {
		const window = limiter({ limit: 2, seconds: 60 });
		expect(window.take()).toEqual({ granted: true, limit: 2, remaining: 1, resetInMs: 60_000 });
		now += 20_000;
		expect(window.take()).toMatchObject({ granted: true, remaining: 0, resetInMs: 40_000 });
		expect(window.take()).toMatchObject({ granted: false, remaining: 0, resetInMs: 40_000 });
		now += 40_000;
		expect(window.take()).toMatchObject({ granted: true, remaining: 1, resetInMs: 60_000 });
	});

	it('does not count what it refuses, nor looks', () => {
		const window = limiter({ limit: 1, seconds: 60 });
		window.look();
		window.take();
		for (let times = 0; times < 5; times++) expect(window.take().granted).toBe(false);
		now += 60_000;
		expect(window.take().granted).toBe(true);
	});

	it('shortens its window by the factor', () => {
		expect(limiter({ limit: 1, seconds: 3_600 }, 0.001).take().resetInMs).toBe(3_600);
	});

	it('refills a bucket steadily, to its brim and no further', () => {
		const bucket = limiter({ limit: 3, perSecond: 2 });
		for (let left = 2; left >= 0; left--) {
			expect(bucket.take()).toMatchObject({ granted: true, remaining: left });
		}
		expect(bucket.take()).toMatchObject({ granted: false, resetInMs: 500 });
		now += 499;
		expect(bucket.take().granted).toBe(false);
		now += 1;
		expect(bucket.take().granted).toBe(true);
		now += 60_000;
		expect(bucket.look().remaining).toBe(3);
	});
});
